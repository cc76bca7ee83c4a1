// Every change of something that stands there already: as it was seen, as somebody else has made it meanwhile.
import { newId } from "@/core/id/id";
import type { World } from "./world";

export interface Edit {
  /** What is asked for, but for the tenant. */
  input: (of: World) => object;
  /** What a page shows that is not, or no longer, so. */
  stale: (of: World) => object;
}

const given = (input: object, stale: object): Edit => ({ input: () => input, stale: () => ({ seen: stale }) });

export const edits: Record<string, Edit> = {
  "tenant.update": given({ demand: "session" }, { demand: "identity" }),
  "tenant.updateWidget": given({ widget: { citations: false } }, { citations: false }),
  "tenant.updateModeration": given({ words: ["spam"] }, { words: ["ham"] }),
  "ai.update": given({ searchOnly: true }, { searchOnly: true }),
  "origin.update": {
    input: ({ originId: id }) => ({ id, group: "shop", expiresAt: null }),
    stale: () => ({ seen: { group: "theirs", expiresAt: null } }),
  },
  "source.update": {
    input: ({ sourceId: id }) => ({ id, hidden: true }),
    stale: () => ({ seen: { hidden: true } }),
  },
  "source.putAnswer": {
    input: ({ answerId: id }) => ({ id, question: "When do you open?", answer: "At ten." }),
    stale: () => ({ seen: { question: "When do you open?", answer: "At eight." } }),
  },
  "team.changeRole": {
    input: ({ teammateId: userId }) => ({ userId, role: "viewer" }),
    stale: () => ({ seen: "admin" }),
  },
  "signingSecret.rotate": { input: () => ({ overlapDays: 1 }), stale: () => ({ seenKid: "k_0000000000" }) },
  "signingSecret.extend": {
    input: ({ oldKid: kid }) => ({ kid, retiresAt: inDays(9) }),
    stale: () => ({ seenRetiresAt: inDays(2) }),
  },
  "siteKey.rotate": { input: () => ({ overlapDays: 7 }), stale: () => ({ seenId: newId("siteKeyRow") }) },
};

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 3600_000).toISOString();
}
