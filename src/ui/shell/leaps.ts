/** After g: the page that each letter leads to, below the tenant's address. */
export const leaps: Record<string, string> = {
  o: "",
  c: "/conversations",
  r: "/refusals",
  u: "/usage",
  k: "/knowledge",
  p: "/playground",
  b: "/behaviour",
  a: "/appearance",
  i: "/install",
  l: "/audit",
};
