/** A file as it is written: `import source from "./x.html?text"` (a rule in next.config.mjs). */
declare module "*?text" {
  const text: string;
  export default text;
}
