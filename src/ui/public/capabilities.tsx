import { FileCheck2, Fingerprint, ShieldCheck } from "lucide-react";

const capabilities = [
  {
    Icon: ShieldCheck,
    title: "A copied snippet is useless",
    text: "Every request is checked against your list of origins on the server, errors included. An empty list lets nobody in, and a wildcard stands for one label of your own domain, never for half the internet.",
  },
  {
    Icon: Fingerprint,
    title: "Identity comes from your server",
    text: "Your server signs who the visitor is with a secret the browser never sees. HS256 only, an hour at most, bound to your tenant. Rotate the secret with an overlap and no visitor notices.",
  },
  {
    Icon: FileCheck2,
    title: "Answers show their evidence",
    text: "Each answer quotes the passages it stands on and links to them. When your knowledge does not hold an answer, it says so instead of making one up. It works without a model, a key or a network.",
  },
];

export function Capabilities() {
  return (
    <section className="border-y bg-panel" aria-label="What it does">
      <div className="mx-auto grid max-w-[1080px] px-5 md:grid-cols-3">
        {capabilities.map(({ Icon, title, text }) => (
          <div
            key={title}
            className="py-10 max-md:border-b max-md:last:border-0 md:border-l md:px-8 md:first:border-0 md:first:pl-0"
          >
            <Icon className="size-6 text-pine" strokeWidth={1.6} aria-hidden />
            <h2 className="mt-4 font-semibold text-lg tracking-tight">{title}</h2>
            <p className="mt-2 text-ink-soft leading-relaxed">{text}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
