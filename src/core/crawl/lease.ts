// One crawl at a time holds a source. Whoever dies holds it no longer than the lease; whoever lost it writes nothing.
import { randomBase62 } from "@/core/id/id";
import type { Member } from "@/core/member/member";
import type { Transaction } from "@/store/database";
import type { NoRules, SiteRules } from "./site-reader";

const LEASE_MS = 20_000;
/** A pause that a host wants, and whoever else it answers first, may last longer than a lease. */
const RENEW_MS = 5_000;

/** A site that is being read, by whom, and how. */
export interface Crawl {
  member: Member;
  sourceId: string;
  lease: string;
  start: string;
  round: number;
  mostPages: number;
  mostDepth: number;
  bySitemap: boolean;
  /** Of the host that the site begins at. */
  rules: SiteRules;
  /** Of the host of any of its pages: with www and without, http and https have a robots.txt each. */
  rulesOf(url: string): Promise<SiteRules | NoRules>;
}

/** The source was removed, or another crawl has taken over. */
export class LeaseLost extends Error {}

type Holder = Pick<Crawl, "member" | "sourceId" | "lease">;

/** Takes a site that is due. Null where nobody needs to: it is read, removed, or another's. */
export async function takeSite(member: Member, sourceId: string) {
  const now = member.product.now();
  const lease = randomBase62();
  return member.database.transaction(async (tx) => {
    const free = { OR: [{ leasedUntil: null }, { leasedUntil: { lte: new Date(now) } }] };
    const where = { id: sourceId, kind: "site", status: { in: ["waiting", "reading"] }, ...free };
    const taken = await tx.source.updateMany({ where, data: { lease, leasedUntil: new Date(now + LEASE_MS) } });
    if (taken.count === 0) return null;
    // What a crawl that died was asking for is asked for again; nothing had been written down of it.
    const data = { state: "waiting", attempts: { decrement: 1 } };
    await tx.crawlPage.updateMany({ where: { sourceId, state: "fetching" }, data });
    return { lease, source: await tx.source.findUniqueOrThrow({ where: { id: sourceId } }) };
  });
}

/** Renews the lease until the function it returns is called, however long something is waited for. */
export function keepLease(holder: Holder): () => void {
  // Whoever lost it hears so from what it writes next.
  const timer = setInterval(() => void inLease(holder, async () => {}).catch(() => {}), RENEW_MS);
  return () => clearInterval(timer);
}

/** A transaction under the lease, which it renews. Throws LeaseLost. */
export function inLease<T>(holder: Holder, run: (tx: Transaction) => Promise<T>): Promise<T> {
  const { member, sourceId, lease } = holder;
  return member.database.transaction(async (tx) => {
    const leasedUntil = new Date(member.product.now() + LEASE_MS);
    const held = await tx.source.updateMany({ where: { id: sourceId, lease }, data: { leasedUntil } });
    if (held.count === 0) throw new LeaseLost();
    return run(tx);
  });
}

/** Lets go; the site is taken up again from `at` on, as far as it still has to be read. */
export async function letGo({ member, sourceId, lease }: Holder, at = member.product.now()): Promise<void> {
  const data = { lease: null, leasedUntil: new Date(at) };
  await member.database.transaction((tx) => tx.source.updateMany({ where: { id: sourceId, lease }, data }));
}
