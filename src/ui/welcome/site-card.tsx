import { FileText, Globe, LoaderCircle, Palette, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Mark } from "../mark/mark";
import type { Outputs } from "../outputs";

type Face = NonNullable<Outputs["tenant"]["lookAtSite"]["face"]>;

const WIDGET_COLOR = "#1f5f4a";

/** What was seen of a site, with the launcher in its colour. */
export function SiteCard({ face }: { face: Face }) {
  const { icon, name, title, url, color, sitemapPages, mayRead } = face;
  return (
    <section aria-label="What we found" className="animate-appear overflow-hidden rounded-lg border bg-panel">
      <div className="flex items-center gap-4 p-4 sm:p-5">
        <span className="grid size-12 shrink-0 place-items-center overflow-hidden rounded-lg border bg-white">
          {icon ? (
            // biome-ignore lint/performance/noImgElement: a data: address needs no optimizer
            <img src={icon} alt="" className="size-8 object-contain" />
          ) : (
            <Globe className="size-5 text-[#68706c]" aria-hidden />
          )}
        </span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold text-[15px]">{name || title || new URL(url).hostname}</p>
          <p className="truncate text-[13px] text-ink-faint">{new URL(url).host}</p>
        </div>
        <span
          className="grid size-11 shrink-0 place-items-center rounded-full text-white shadow-sm"
          style={{ background: color ?? WIDGET_COLOR }}
          title="Your launcher"
        >
          <Mark className="size-5" />
        </span>
      </div>
      <ul className="grid gap-px border-t bg-line text-[13px] sm:grid-cols-2">
        <Fact icon={<Palette />}>{color ? `Its colour is ${color}` : "It names no colour; the widget wears ours"}</Fact>
        {mayRead ? (
          <Fact icon={<FileText />}>{sayPages(sitemapPages)}</Fact>
        ) : (
          <Fact icon={<ShieldAlert />}>Its robots.txt asks not to be read</Fact>
        )}
      </ul>
    </section>
  );
}

function sayPages(pages: number | null): string {
  if (pages === null) return "No sitemap: pages are found by their links";
  if (pages >= 5000) return "5,000 pages or more in its sitemap";
  return `${pages.toLocaleString("en")} ${pages === 1 ? "page" : "pages"} in its sitemap`;
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2.5 bg-panel px-4 py-3 text-ink-soft sm:px-5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint">
      {icon}
      {children}
    </li>
  );
}

/** The same while it is being looked at. */
export function SiteCardSkeleton({ address }: { address: string }) {
  return (
    <section className="rounded-lg border bg-panel">
      <div className="flex items-center gap-4 p-4 sm:p-5">
        <span className="grid size-12 shrink-0 place-items-center rounded-lg border bg-raised">
          <LoaderCircle className="size-5 animate-spin text-ink-faint" aria-hidden />
        </span>
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">Reading {address}</p>
          <div className="mt-2 h-3 w-2/5 animate-pulse rounded-sm bg-raised" />
        </div>
        <span className="size-11 shrink-0 animate-pulse rounded-full bg-raised" />
      </div>
      <div className="grid grid-cols-2 gap-6 border-t px-4 py-4 sm:px-5">
        <div className="h-3 animate-pulse rounded-sm bg-raised" />
        <div className="h-3 animate-pulse rounded-sm bg-raised" />
      </div>
    </section>
  );
}
