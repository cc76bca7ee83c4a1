import { type Author, requireRight } from "@/core/server/server";

/** The tenant's allowed origins, oldest first. Every member, and the tenant's server. */
export function listOrigins(author: Author) {
  requireRight(author, "viewer", "origins");
  return author.database.transaction((tx) =>
    tx.origin.findMany({
      orderBy: { createdAt: "asc" },
      select: {
        id: true,
        pattern: true,
        group: true,
        expiresAt: true,
        createdAt: true,
        lastSeenAt: true,
        widgetVersion: true,
        widgetSeenAt: true,
        blockedBy: true,
        blockedAt: true,
      },
    }),
  );
}
