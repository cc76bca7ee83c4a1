import { Fragment } from "react";

/** An answer's text as it was given, its marks raised. */
export function AnswerText({ content }: { content: string }) {
  return (
    <div className="whitespace-pre-wrap break-words leading-6" dir="auto">
      {content.split(/(\[\d+\])/).map((piece, place) => {
        const marker = /^\[(\d+)\]$/.exec(piece)?.[1];
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
        return marker ? <Marker key={place} number={Number(marker)} /> : <Fragment key={place}>{piece}</Fragment>;
      })}
    </div>
  );
}

export function Marker({ number }: { number: number }) {
  return (
    <span className="mx-0.5 inline-grid min-w-4.5 place-items-center rounded-sm border border-pine-line bg-pine-wash px-1 font-medium text-[11px] text-good leading-4">
      {number}
    </span>
  );
}
