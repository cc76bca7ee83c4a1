import type { Outputs } from "../outputs";

export type Row = Outputs["conversation"]["list"]["conversations"][number];

/** One choice of the list's: what stands in the address under `name`. */
export interface FilterChoice {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

export function filterChoices(origins: string[]): FilterChoice[] {
  return [
    {
      name: "status",
      label: "Status",
      options: [
        { value: "", label: "Any status" },
        { value: "waiting", label: "Waiting for a person" },
        { value: "person", label: "With a person" },
        { value: "ai", label: "With the assistant" },
        { value: "closed", label: "Closed" },
      ],
    },
    {
      name: "show",
      label: "Show",
      options: [
        { value: "", label: "All" },
        { value: "unanswered", label: "Unanswered" },
        { value: "flagged", label: "Flagged" },
        { value: "positive", label: "Rated well" },
        { value: "negative", label: "Rated badly" },
      ],
    },
    {
      name: "who",
      label: "Visitor",
      options: [
        { value: "", label: "Anybody" },
        { value: "verified", label: "Verified" },
        { value: "anonymous", label: "Anonymous" },
      ],
    },
    {
      name: "origin",
      label: "Origin",
      options: [
        { value: "", label: "Any origin" },
        ...origins.map((origin) => ({ value: origin, label: origin.replace(/^https?:\/\//, "") })),
      ],
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
