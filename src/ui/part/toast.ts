// Sonner, fetched after the page: what it says is never the first thing to be said.
type Sonner = typeof import("sonner").toast;
type Words = Parameters<Sonner>[0];
type Options = Parameters<Sonner>[1];

const fetched = () => import("sonner").then((part) => part.toast);

/** Says something for a moment, with a way back where there is one. */
export function toast(words: Words, options?: Options): void {
  void fetched().then((say) => say(words, options));
}
toast.success = (words: Words, options?: Options): void => {
  void fetched().then((say) => say.success(words, options));
};
toast.error = (words: Words, options?: Options): void => {
  void fetched().then((say) => say.error(words, options));
};
