// Texts whose words are as unequally frequent as those of a language (Zipf and Mandelbrot: the nth word as 1/(n + 2.7)), the
// most frequent ones being English's own small words, and which each have a topic: some of their words come from the few
// hundred that texts about the same thing share. Questions are about a topic, too, and ask as people do.
import { SMALL_WORDS } from "@/store/languages";

const WORDS = 30_000;
const SHIFT = 2.7;
const TOPICS = 400;
const WORDS_OF_A_TOPIC = 60;
/** Of a text's words, and of a question's beside its small words. */
const ON_TOPIC = 0.2;
const ASKED_ON_TOPIC = 0.6;
const SYLLABLES = [
  "ba",
  "ke",
  "li",
  "mo",
  "nu",
  "par",
  "qui",
  "ros",
  "ste",
  "tan",
  "ul",
  "ver",
  "wo",
  "xi",
  "yo",
  "zem",
];
const OPENINGS = [
  "How do I",
  "What is the",
  "When will my",
  "Can I",
  "Where can we",
  "Why does the",
  "Do you have",
  "Is there a",
];

/** Always the same words, so that runs can be compared. */
let seed = 42;
function random(): number {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
}

const small = [...SMALL_WORDS.en.words];
const words = Array.from({ length: WORDS }, (_, n) => {
  if (n < small.length) return small[n] ?? "";
  let word = "";
  for (let rest = n - small.length + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
});

/** A word as often as its place says; with `from`, none of the more frequent ones. */
function draw(from = 0): string {
  const least = from + SHIFT;
  return words[Math.min(WORDS - 1, Math.floor(least * ((WORDS + SHIFT) / least) ** random() - SHIFT))] ?? "";
}

const topics = Array.from({ length: TOPICS }, () => Array.from({ length: WORDS_OF_A_TOPIC }, () => draw(small.length)));
const drawTopic = () => topics[Math.floor(TOPICS * random() ** 2)] ?? [];
const drawOf = (topic: string[]) => topic[Math.floor(topic.length * random() ** 2)] ?? "";

/** So many words, in sentences of twelve. */
export function makeText(count: number): string {
  const topic = drawTopic();
  const text: string[] = [];
  for (let i = 1; i <= count; i++) {
    const word = random() < ON_TOPIC ? drawOf(topic) : draw();
    text.push(i % 12 === 0 && i < count ? `${word}.` : word);
  }
  return text.join(" ");
}

/** A question of two to seven words beside its small ones. */
export function makeQuestion(): string {
  const topic = drawTopic();
  const asked = Array.from({ length: 2 + Math.floor(6 * random()) }, () =>
    random() < ASKED_ON_TOPIC ? drawOf(topic) : draw(),
  );
  return `${OPENINGS[Math.floor(OPENINGS.length * random())]} ${asked.join(" ")}?`;
}
