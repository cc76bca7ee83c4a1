// A customer's site made with Next: two pages and links between them, exported as files.
const root = `${import.meta.dirname}/../../..`;

/** @type {import("next").NextConfig} */
export default {
  output: "export",
  reactStrictMode: true,
  outputFileTracingRoot: root,
  turbopack: { root },
};
