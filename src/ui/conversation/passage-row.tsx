import Link from "next/link";

interface PassageRowProps {
  /** Title and headings. */
  heading: string;
  text: string;
  /** BM25. */
  score: number;
  /** Of the best possible score, 0 to 1. */
  share: number;
  /** Where its source stands. */
  href?: string;
}

/** One passage that was found, with how well it fits. */
export function PassageRow({ heading, text, score, share, href }: PassageRowProps) {
  return (
    <li className="flex gap-4 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">
          {href ? (
            <Link href={href} className="underline-offset-2 hover:underline">
              {heading}
            </Link>
          ) : (
            heading
          )}
        </p>
        <p className="mt-1 line-clamp-3 text-[13px] text-ink-soft" dir="auto">
          {text}
        </p>
      </div>
      <div className="w-16 shrink-0 text-right text-[13px]">
        <p className="font-medium" title="How much of the question it covers">
          {Math.round(share * 100)} %
        </p>
        <p className="text-ink-faint" title="BM25 score">
          {score.toFixed(1)}
        </p>
      </div>
    </li>
  );
}
