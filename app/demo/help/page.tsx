import type { Metadata } from "next";
import Link from "next/link";
import { shop } from "../../../prisma/demo/shop";

export const metadata: Metadata = { title: "Help", description: "Shipping, returns, sizes, care and repairs." };

export default function HelpIndex() {
  return (
    <section className="help-list">
      <h1>Help</h1>
      <ul>
        {shop.pages.map(({ slug, title, summary }) => (
          <li key={slug}>
            <Link href={`/demo/help/${slug}`}>
              <strong>{title}</strong>
              <span>{summary}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
