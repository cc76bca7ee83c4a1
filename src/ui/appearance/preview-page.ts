// A page on which the shipped bundle runs with settings that are not saved yet: they come as the gateway's own answer,
// so that what is seen is what visitors will get. Nothing leaves the browser.

/** What the page around tells the page inside; `dir` and `lang` are those of the page, `locale` the one its snippet says. */
export interface PreviewMessage {
  settings: object;
  dir: "ltr" | "rtl";
  lang: string;
  locale: string | null;
  dark: boolean;
}

// Runs inside: says it is ready, then draws whatever it is told by the page around.
const script = `
// Opening must not take the keys away from whoever is writing in the page around.
const focus = HTMLElement.prototype.focus;
HTMLElement.prototype.focus = () => {};
HTMLDialogElement.prototype.show = HTMLDialogElement.prototype.showModal = function () { this.open = true; };
addEventListener("pointerdown", () => { HTMLElement.prototype.focus = focus; }, { once: true, capture: true });
let settings = {};
const sample = () => ({
  conversationId: "c_0000000000000000000000", questionId: "m_0000000000000000000000",
  message: { id: "m_" + String(Date.now()).padStart(22, "0"), role: "assistant", grounded: true,
    createdAt: new Date().toISOString(),
    content: "This is a preview. On your site the answer stands here, taken from your own pages. [1]",
    citations: [{ marker: 1, title: "A page of yours", url: null, sourceId: "src_0000000000000000000000",
      quote: "the answer stands here, taken from your own pages" }] } });
window.fetch = async (address, init) => {
  const path = new URL(address, location.href).pathname;
  const body = path.endsWith("/widget") ? settings : path.endsWith("/sessions")
    ? { token: "preview", session_id: "preview", expires_in: 3600, expires_at: new Date(Date.now() + 36e5).toISOString() }
    : init && init.method === "POST" ? sample() : { conversationId: "c_0", status: "ai", messages: [] };
  return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
};
let key = "";
addEventListener("message", ({ origin, data }) => {
  if (origin !== location.origin || !data || !data.settings) return;
  const next = JSON.stringify(data);
  if (next === key) return;
  key = next;
  settings = data.settings;
  document.documentElement.dir = data.dir;
  document.documentElement.lang = data.lang;
  document.documentElement.style.colorScheme = data.dark ? "dark" : "light";
  document.documentElement.classList.toggle("dark", data.dark);
  sessionStorage.clear();
  localStorage.removeItem("gatehouse");
  window.Gatehouse.destroy();
  const theme = settings.theme === "auto" ? { theme: data.dark ? "dark" : "light" } : {};
  const locale = data.locale ? { locale: data.locale } : {};
  window.Gatehouse.init({ siteKey: "pub_preview", apiUrl: location.origin, ...theme, ...locale });
  window.Gatehouse.open();
});
const ready = () => parent.postMessage("ready", location.origin);
addEventListener("load", ready);
// The page around may not listen yet.
const asking = setInterval(() => (key ? clearInterval(asking) : ready()), 500);
`;

const style = `html{background:#f6f6f4;font:14px/1.5 system-ui,sans-serif}html.dark{background:#151816}
body{margin:0;padding:28px;display:grid;gap:14px}i{display:block;height:12px;border-radius:4px;background:#0000000f}
html.dark i{background:#ffffff12}i:first-child{height:26px;width:44%}i:nth-child(4n){width:62%}`;

/** The page's HTML; `nonce` lets its script and style through. */
export function previewPage(nonce: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Preview</title><style nonce="${nonce}">${style}</style></head><body>${"<i></i>".repeat(11)}
<script src="/widget/v1.js"></script><script nonce="${nonce}">${script}</script></body></html>`;
}
