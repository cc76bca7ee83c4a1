const questions = [
  ["Where do you come from?", "The Origin header, well formed. Sandboxed frames, files and extensions have none."],
  ["Is the way here safe?", "https everywhere; http on localhost only, and only while you develop."],
  ["Whose widget are you?", "Unknown and disabled keys get the same answer, so neither can be probed."],
  ["Not so fast?", "Limits by network address come before any cryptography, by visitor and tenant after it."],
  ["Are you on the list?", "Exact origins, or one label under your own domain."],
  [
    "Who says so?",
    "The token’s signature, its class, its age and its tenant. A token of one class never passes for another.",
  ],
  ["Is this conversation yours?", "Somebody else’s and one that never was look alike, byte for byte."],
];

/** What the gateway checks, in the order in which it does. */
export function Questions() {
  return (
    <section className="mx-auto grid max-w-[1080px] gap-x-16 gap-y-8 px-5 py-16 sm:py-20 lg:grid-cols-[1fr_1.5fr]">
      <div>
        <h2 className="font-semibold text-3xl tracking-[-0.02em]">Seven questions before a single word is answered</h2>
        <p className="mt-4 text-ink-soft leading-relaxed">
          Asked in this order, of every request a browser sends. Who is refused is counted, with the reason, so that you
          can let your own staging site in with one press.
        </p>
      </div>
      <ol className="divide-y border-y">
        {questions.map(([question, answer], i) => (
          <li key={question} className="grid grid-cols-[2rem_1fr] py-4">
            <span className="font-mono text-ink-faint text-sm leading-6">{i + 1}</span>
            <span>
              <span className="block font-medium">{question}</span>
              <span className="mt-0.5 block text-[15px] text-ink-soft">{answer}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
