import type { Outputs } from "../outputs";

type Seen = Pick<Outputs["tenant"]["lookAtSite"], "url" | "face">;

/** What a site most likely calls itself: its own word, the part of its title that its host says too, or the host. */
export function toTenantName({ url, face }: Seen): string {
  const host = new URL(url).hostname.replace(/^www\./, "");
  if (face?.name) return face.name.slice(0, 80);
  const parts = (face?.title ?? "").split(/\s+[|–—·:-]\s+|:\s+/).filter(Boolean);
  const label = plain(host.split(".").at(-2) ?? host);
  const alike = parts.find((part) => plain(part) === label || (label.length > 3 && plain(part).includes(label)));
  return (alike ?? (parts.length === 1 ? parts[0] : undefined) ?? host).slice(0, 80);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
