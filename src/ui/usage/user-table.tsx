import Link from "next/link";
import type { Outputs } from "../outputs";
import { Section } from "../part/section";

interface UserTableProps {
  tenantId: string;
  users: Outputs["usage"]["figures"]["users"];
}

/** Who asked most, of those your server vouches for. */
export function UserTable({ tenantId, users }: UserTableProps) {
  return (
    <Section
      flush
      title="By user"
      description="The ten verified users who asked most. Anonymous visitors are not told apart."
    >
      {users.length === 0 ? (
        <p className="p-5 text-ink-soft">No verified user asked in this period.</p>
      ) : (
        <ul className="divide-y">
          {users.map((user) => (
            <li key={user.userId} className="flex items-center justify-between gap-4 px-4 py-2.5 sm:px-5">
              <Link
                href={`/${tenantId}/conversations?user=${encodeURIComponent(user.userId)}`}
                className="min-w-0 truncate hover:underline"
              >
                {user.email ?? user.userId}
              </Link>
              <span className="shrink-0 text-ink-soft">
                {user.questions.toLocaleString("en")} in {user.conversations.toLocaleString("en")}
                {user.conversations === 1 ? " conversation" : " conversations"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
