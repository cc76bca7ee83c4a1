import Link from "next/link";
import { Button } from "../part/button";
import { CodeBlock } from "../part/code-block";

export function SelfHosted() {
  return (
    <section className="border-t bg-panel">
      <div className="mx-auto grid max-w-[1080px] items-center gap-10 px-5 py-16 lg:grid-cols-2">
        <div>
          <h2 className="font-semibold text-3xl tracking-[-0.02em]">Yours to run</h2>
          <p className="mt-4 text-ink-soft leading-relaxed">
            One command starts the console, the gateway and a Postgres of its own. Point it at your Postgres and Redis
            when you have outgrown that: it is the same SQL. Many tenants live on one installation, kept apart by
            row-level security below the code.
          </p>
          <Button asChild className="mt-6">
            <Link href="/docs">Read the quick start</Link>
          </Button>
        </div>
        <CodeBlock language="bash" caption="Node 20.19 or newer, nothing else" code={"npm start"} />
      </div>
    </section>
  );
}
