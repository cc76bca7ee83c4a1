import { Fragment } from "react";
import { OutsideLink } from "../part/outside-link";

// Marks and links; of addresses only those of the web.
const pieces = /(\[\d+\]|\[[^[\]]+\]\(https?:\/\/[^()\s]+\))/;

/** An answer's text as it was given: its marks raised, its links links. */
export function AnswerText({ content }: { content: string }) {
  return (
    <div className="whitespace-pre-wrap break-words leading-6" dir="auto">
      {content.split(pieces).map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
        <Fragment key={place}>{toPiece(piece)}</Fragment>
      ))}
    </div>
  );
}

function toPiece(piece: string) {
  const marker = /^\[(\d+)\]$/.exec(piece)?.[1];
  if (marker) return <Marker number={Number(marker)} />;
  const [, words, address] = /^\[([^[\]]+)\]\((https?:[^()]+)\)$/.exec(piece) ?? [];
  return words && address ? <OutsideLink href={address}>{words}</OutsideLink> : piece;
}

export function Marker({ number }: { number: number }) {
  return (
    <span className="mx-0.5 inline-grid min-w-4.5 place-items-center rounded-sm border border-pine-line bg-pine-wash px-1 font-medium text-[11px] text-good leading-4">
      {number}
    </span>
  );
}
