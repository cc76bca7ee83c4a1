import type { PassageHit } from "@/store/search-passages";

/** A passage as a search finds it. */
export const toHit = (text: string, more: Partial<PassageHit> = {}): PassageHit => ({
  passageId: `psg_${text.length}`,
  sourceId: "src_1",
  title: "Shipping",
  headings: [],
  url: "https://shop.example/shipping",
  anchor: null,
  text,
  score: 5,
  share: 0.5,
  hidden: false,
  offTopic: null,
  ...more,
});
