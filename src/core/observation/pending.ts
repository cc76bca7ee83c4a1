// What happened at one tenant's gate and is not written yet.
import { OTHER_ORIGINS, type RefusalRow, type UseKind, type UseRow, type WidgetSaid } from "@/store/observation-rows";

const HOUR_MS = 3600_000;
/** How many reasons and origins are told apart until they are written. */
const MOST_NAMED = 100;

export type Refusal = Pick<RefusalRow, "reason" | "origin" | "detail" | "pageUrlHash">;

const keyOf = (reason: string, origin: string) => `${reason} ${origin}`;

export class Pending {
  readonly #refusals = new Map<string, RefusalRow>();
  #named = 0;
  readonly #uses = new Map<string, UseRow>();
  readonly #said = new Map<string, WidgetSaid>();
  /** When it is to be written; milliseconds. */
  due = Number.POSITIVE_INFINITY;

  /**
   * Counts one refusal. Of more origins than there is room for, those that came once and longest ago are counted
   * together: every refusal is counted, whoever comes again is named.
   */
  addRefusal({ reason, origin, detail, pageUrlHash }: Refusal, now: number): void {
    const at = new Date(now);
    const isNew = !this.#refusals.has(keyOf(reason, origin));
    if (isNew && this.#named >= MOST_NAMED && !this.#makeRoom()) origin = OTHER_ORIGINS;
    const row = this.#refusals.get(keyOf(reason, origin));
    if (!row) {
      if (origin !== OTHER_ORIGINS) this.#named += 1;
      const first = { reason, origin, detail, pageUrlHash, count: 1, firstSeenAt: at, lastSeenAt: at };
      this.#refusals.set(keyOf(reason, origin), first);
      return;
    }
    row.count += 1;
    row.lastSeenAt = at;
    row.detail = detail;
    row.pageUrlHash = pageUrlHash ?? row.pageUrlHash;
  }

  /** Counts one that came once with the others; false where all came again. */
  #makeRoom(): boolean {
    for (const [key, row] of this.#refusals) {
      if (row.count > 1 || row.origin === OTHER_ORIGINS) continue;
      this.#refusals.delete(key);
      this.#named -= 1;
      this.addRefusal({ ...row, origin: OTHER_ORIGINS }, row.lastSeenAt.getTime());
      return true;
    }
    return false;
  }

  addUse(kind: UseKind, subject: string, now: number): void {
    const hour = now - (now % HOUR_MS);
    const key = `${kind} ${subject} ${hour}`;
    const row = this.#uses.get(key);
    if (row) row.count += 1;
    else this.#uses.set(key, { kind, subject, hour: new Date(hour), count: 1 });
  }

  addSaid(said: WidgetSaid): void {
    // One that got through and one that did not are both told.
    this.#said.set(`${said.pattern} ${said.directive === undefined}`, said);
  }

  get refusals(): RefusalRow[] {
    return [...this.#refusals.values()];
  }

  get uses(): UseRow[] {
    return [...this.#uses.values()];
  }

  /** In one order everywhere, as uses are. */
  get said(): WidgetSaid[] {
    return [...this.#said].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, said]) => said);
  }
}
