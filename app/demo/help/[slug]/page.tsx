import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { toHelpAnchor } from "@/console/demo";
import { HelpText } from "@/ui/demo/help-text";
import { type HelpPage, shop } from "../../../../prisma/demo/shop";

interface Address {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const page = await pageOf(params);
  return { title: page.title, description: page.summary };
}

export default async function HelpArticle({ params }: Address) {
  const page = await pageOf(params);
  return (
    <div className="help">
      <nav aria-label="Help">
        <ul>
          {shop.pages.map(({ slug, title }) => (
            <li key={slug}>
              <Link href={`/demo/help/${slug}`} aria-current={slug === page.slug ? "page" : undefined}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <article>
        <h1>{page.title}</h1>
        <HelpText markdown={page.markdown} toAnchor={toHelpAnchor} />
      </article>
    </div>
  );
}

async function pageOf(params: Address["params"]): Promise<HelpPage> {
  const { slug } = await params;
  return shop.pages.find((page) => page.slug === slug) ?? notFound();
}
