// Parts of pages that are sent without Next's scripts. Rendered by the server like all else, woken by a small script of
// their own (wake-islands.tsx); where Next's scripts are there, they are React components like any other.
import type { ReactElement, ReactNode } from "react";

/** What a page's HTML can carry. */
type Plain = string | number | boolean | null | undefined | Plain[];

/** A component that stands in a page with its name and its props, and the part that is within. */
export interface Island<Props> {
  (props: Props): ReactElement;
  islandName: string;
  Part(props: Props): ReactNode;
}

/**
 * `Part` as an island. `islandName` begins with the script that wakes it. Its props stand in the page's HTML: nothing in
 * them may be a secret to whoever opens the page.
 */
export function island<Props extends { [Name in keyof Props]: Plain }>(
  islandName: `${"account" | "shop"}/${string}`,
  Part: (props: Props) => ReactNode,
): Island<Props> {
  const Island = (props: Props) => (
    <div data-island={islandName} data-props={JSON.stringify(props)} style={{ display: "contents" }}>
      <Part {...props} />
    </div>
  );
  return Object.assign(Island, { islandName, Part });
}
