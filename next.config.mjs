// Security headers for pages; the nonce policy for scripts is in proxy.ts.
const root = import.meta.dirname;

const guarded = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "permissions-policy", value: "camera=(), geolocation=(), payment=()" },
];

// Other people's pages load these: any origin, and the browser may use them under cross-origin isolation.
const embeddable = [
  { key: "access-control-allow-origin", value: "*" },
  { key: "cross-origin-resource-policy", value: "cross-origin" },
  { key: "x-content-type-options", value: "nosniff" },
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of everything; a build is for those who run it, not for those who change it.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: root,
  turbopack: {
    root,
    // The documentation shows the examples that the tests build.
    rules: { "*": { condition: { query: "?text" }, type: "text" } },
  },
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "ioredis",
    "pino",
    "undici",
    "linkedom",
    "@node-rs/argon2",
    "@electric-sql/pglite",
    "@electric-sql/pglite-socket",
  ],
  async headers() {
    return [
      { source: "/((?!api/|widget/).*)", headers: guarded },
      // In development only: `dist/console.mjs` serves them itself.
      { source: "/widget/:path*", headers: [...embeddable, { key: "cache-control", value: "no-cache" }] },
    ];
  },
};
