import { randomBase62 } from "@/core/id/id";

/** `pub_<slug>_<random>`: public, names the tenant, proves nothing. */
export function newSiteKey(name: string): string {
  const slug =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "")
      .slice(0, 20) || "site";
  return `pub_${slug}_${randomBase62()}`;
}
