import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { Button } from "../part/button";
import { CodeBlock } from "../part/code-block";
import { Door } from "./door";

interface HeroProps {
  publicUrl: string;
  /** Null where no demo was made. */
  demoUrl: string | null;
}

export function Hero({ publicUrl, demoUrl }: HeroProps) {
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
        <div className="mt-9 min-w-0 max-w-xl">
          <CodeBlock code={snippet} language="html" caption="The whole installation" />
        </div>
      </div>
      <Door />
    </section>
  );
}
