// What the launcher has already and no later part carries again: it hands its own over, and each part receives it before
// it does anything else.

export interface Kit {
  element: typeof import("./element").element;
  button: typeof import("./element").button;
  named: typeof import("./element").named;
  drawIcon: typeof import("./icon").drawIcon;
  overlay: typeof import("../labels").overlay;
  contrast: typeof import("./contrast").contrast;
  textOn: typeof import("./contrast").textOn;
  toCss: typeof import("./contrast").toCss;
}

export let element: Kit["element"];
export let button: Kit["button"];
export let named: Kit["named"];
export let drawIcon: Kit["drawIcon"];
export let overlay: Kit["overlay"];
export let contrast: Kit["contrast"];
export let textOn: Kit["textOn"];
export let toCss: Kit["toCss"];

export function receive(kit: Kit): void {
  ({ element, button, named, drawIcon, overlay, contrast, textOn, toCss } = kit);
}
