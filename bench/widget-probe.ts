/** What the probe in the page has seen; times in ms. */
export interface Seen {
  /** From the script's request to the frame in which the launcher stands. */
  start: number;
  cls: number;
  nodes: number;
  /** Scripts that were asked for before the launcher stood. */
  requests: number;
  clickToFocus: number;
}

/** Runs in the page before anything else. */
export const probe = `(() => {
  const roots = [];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { const root = attach.call(this, init); roots.push(root); return root; };
  const seen = (window.probe = { launcher: 0, focused: 0, clicked: 0, cls: 0 });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) seen.cls += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  const button = () => roots.map((root) => root.querySelector(".launcher")).find(Boolean);
  const count = (node) => { let n = 1; for (const child of node.childNodes) n += count(child);
    for (const root of roots) if (root.host === node) n += count(root); return n; };
  seen.begin = (source) => new Promise((standing) => {
    const script = document.createElement("script");
    Object.assign(script, { src: source }).dataset.siteKey = "pub_bench";
    document.body.append(script);
    const wait = () => { const found = button();
      if (found && found.getBoundingClientRect().width > 4) requestAnimationFrame(() => { standing(seen.launcher = performance.now()); });
      else setTimeout(wait, 4); };
    wait(); });
  addEventListener("mousedown", () => {
    seen.clicked = performance.now();
    const look = () => { const active = roots.map((root) => root.activeElement).find((one) => one && one.localName === "textarea");
      if (active) requestAnimationFrame(() => { seen.focused = performance.now(); }); else setTimeout(look, 4); };
    look();
  }, true);
  seen.place = () => { const box = button().getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };
  seen.look = () => { const scripts = performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".js"));
    const script = scripts[0];
    return { start: seen.launcher - (script ? script.startTime : 0), cls: seen.cls, nodes: count(document.documentElement),
      requests: scripts.filter((one) => one.startTime <= seen.launcher).length, clickToFocus: seen.focused - seen.clicked }; };
})()`;
