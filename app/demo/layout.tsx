// The demo site: a customer's page, on another origin than the console, with the widget in it by the real snippet.
import "./demo.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { BasketButton } from "@/ui/demo/basket";
import { shop } from "../../prisma/demo/shop";
import { load } from "../caller";

export const metadata: Metadata = {
  title: { absolute: `${shop.name}: jumpers from the workroom`, template: `%s · ${shop.name}` },
  description: "Patterned wool jumpers, knitted to last and mended when they do not.",
};

export default async function DemoLayout({ children }: { children: ReactNode }) {
  const [facts, { siteKey }] = await load((caller) =>
    Promise.all([caller.installation.facts(), caller.installation.demo()]),
  );
  if (!facts.local || !siteKey) notFound();
  const asked = await headers();
  const onConsole = asked.get("host") === new URL(facts.publicUrl).host;
  return (
    <div className="shop">
      {onConsole && (
        <aside className="notice">
          At this address the shop shares its origin with the console. See it as a site of its own, as a customer’s is:{" "}
          <a href={facts.demoUrl}>{facts.demoUrl}</a>
        </aside>
      )}
      <Header />
      <main>{children}</main>
      <Footer publicUrl={facts.publicUrl} />
      <script
        src={`${facts.publicUrl}/widget/v1.js`}
        data-site-key={siteKey}
        nonce={asked.get("x-nonce") ?? undefined}
        defer
        suppressHydrationWarning
      />
    </div>
  );
}

function Header() {
  return (
    <header className="head">
      <Link href="/demo" className="name">
        {shop.name}
      </Link>
      <nav aria-label="Shop">
        <Link href="/demo#workroom">Knitwear</Link>
        <Link href="/demo/help/sizes">Sizes</Link>
        <Link href="/demo/help">Help</Link>
      </nav>
      <BasketButton />
    </header>
  );
}

function Footer({ publicUrl }: { publicUrl: string }) {
  return (
    <footer className="foot">
      <div>
        <p className="name">{shop.name}</p>
        <p>The workroom shop is open on Thursday and Friday from 11:00 to 18:00 and on Saturday from 10:00 to 14:00.</p>
      </div>
      <ul>
        {shop.pages.map(({ slug, title }) => (
          <li key={slug}>
            <Link href={`/demo/help/${slug}`}>{title}</Link>
          </li>
        ))}
      </ul>
      <p className="small">
        A made-up shop: it shows what a Gatehouse widget is like on somebody else’s site.{" "}
        <a href={publicUrl}>Open Gatehouse</a>
      </p>
    </footer>
  );
}
