import { ArrowRight, MessageCircle } from "lucide-react";
import Link from "next/link";
import { Button } from "../part/button";
import { CodeBlock } from "../part/code-block";
import { Door } from "./door";

interface HeroProps {
  publicUrl: string;
  /** Null where no demo was made. */
  demoUrl: string | null;
  /** Whose widget stands in the page's corner; null for none. */
  live: { isDemo: boolean } | null;
}

export function Hero({ publicUrl, demoUrl, live }: HeroProps) {
  const snippet = `<script src="${publicUrl}/widget/v1.js" data-site-key="pub_…" defer></script>`;
  return (
    <section className="mx-auto grid max-w-[1080px] items-center gap-12 px-5 pt-14 pb-16 sm:pt-20 lg:grid-cols-[1.15fr_1fr] lg:gap-16">
      <div className="min-w-0">
        <h1 className="font-semibold text-[40px] leading-[1.08] tracking-[-0.03em] sm:text-[54px]">
          A support widget with a door that locks.
        </h1>
        <p className="mt-5 max-w-xl text-ink-soft text-lg leading-relaxed">
          Gatehouse answers your visitors from your own help pages, with the evidence beside every answer. Only the
          sites you name can use it, and nobody can pass as one of your users.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <Button asChild kind="primary" size="large">
            <Link href="/sign-up">Create an account</Link>
          </Button>
          {demoUrl && (
            <Button asChild size="large">
              <a href={demoUrl}>
                Try it on the demo shop <ArrowRight aria-hidden />
              </a>
            </Button>
          )}
        </div>
        {live && (
          <p className="mt-5 flex max-w-xl items-start gap-2.5 text-[15px] text-ink-soft">
            <MessageCircle className="mt-1 size-4 shrink-0 text-pine" aria-hidden />
            <span>
              {live.isDemo
                ? "The button in the corner is the real widget. It knows the help pages of our made-up wool shop: ask it “How long do I have to return a jumper?”"
                : "The button in the corner is the real widget, answering for this installation."}
            </span>
          </p>
        )}
        <div className="mt-9 min-w-0 max-w-xl">
          <CodeBlock code={snippet} language="html" caption="The whole installation" />
        </div>
      </div>
      <Door />
    </section>
  );
}
