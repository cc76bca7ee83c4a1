import type { Outputs } from "../outputs";
import type { FilterChoice } from "../part/list-filter";

export type Row = Outputs["conversation"]["list"]["conversations"][number];

export function filterChoices(origins: string[]): FilterChoice[] {
  return [
    {
      name: "status",
      label: "Status",
      all: "Any status",
      labels: {
        waiting: "Waiting for a person",
        person: "With a person",
        ai: "With the assistant",
        closed: "Closed",
      },
    },
    {
      name: "show",
      label: "Show",
      all: "All",
      labels: { unanswered: "Unanswered", flagged: "Flagged", positive: "Rated well", negative: "Rated badly" },
    },
    { name: "who", label: "Visitor", all: "Anybody", labels: { verified: "Verified", anonymous: "Anonymous" } },
    {
      name: "origin",
      label: "Origin",
      all: "Any origin",
      labels: Object.fromEntries(origins.map((origin) => [origin, origin.replace(/^https?:\/\//, "")])),
    },
  ];
}

/** What the address says → what the list is asked for. */
export function toFilter(get: (name: string) => string) {
  const status = (["ai", "waiting", "person", "closed"] as const).find((one) => one === get("status"));
  const show = get("show");
  const rating = (["positive", "negative"] as const).find((one) => one === show);
  const who = get("who");
  return {
    ...(get("q") && { search: get("q") }),
    ...(get("origin") && { origin: get("origin") }),
    ...(get("user") && { userId: get("user") }),
    ...(status && { status }),
    ...(show === "unanswered" && { unanswered: true }),
    ...(show === "flagged" && { flagged: true }),
    ...(rating && { rating }),
    ...(who === "verified" && { verified: true }),
    ...(who === "anonymous" && { verified: false }),
  };
}

export const filterNames = ["q", "origin", "user", "status", "show", "who"];
