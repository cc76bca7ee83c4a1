/** A stylesheet, minified by the build and handed over as text for `adoptedStyleSheets`. */
declare module "*.css" {
  const text: string;
  export default text;
}
