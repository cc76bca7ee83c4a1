// The customer's own site: what its pages say of it, and what they know.
import { openSite, type StandInSite, say } from "../stand-in-site";

/** A shop of three pages with a sitemap, an icon and a colour. */
export async function openCustomerSite(): Promise<StandInSite> {
  const site = await openSite();
  site.answers.set(
    "/",
    say(`<!doctype html><title>Jumpers that last</title><meta property="og:site_name" content="Example Shop"><meta name="theme-color" content="#7a1f4a">
      <link rel="icon" href="/icon.svg"><main><h1>Jumpers</h1><p>We knit jumpers that last for twenty winters.</p></main>`),
  );
  site.answers.set(
    "/icon.svg",
    say(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#7a1f4a"/></svg>`,
      "image/svg+xml",
    ),
  );
  site.answers.set(
    "/returns",
    say(`<!doctype html><title>Returns</title><main><h1>Returns</h1><h2 id="how-long-you-have">How long you have</h2>
      <p>You can return an item within 45 days of the day it arrived.</p></main>`),
  );
  site.answers.set(
    "/delivery",
    say("<!doctype html><title>Delivery</title><main><h1>Delivery</h1><p>Parcels take three days.</p></main>"),
  );
  const pages = ["/", "/returns", "/delivery"].map((place) => `<url><loc>${site.url}${place}</loc></url>`);
  site.answers.set("/sitemap.xml", say(`<urlset>${pages.join("")}</urlset>`, "application/xml"));
  return site;
}
