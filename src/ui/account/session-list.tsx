"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { toast } from "../part/toast";
import { nameBrowser } from "./name-browser";

/** How the addresses of the machine itself are counted. */
const here = ["127.0.0.1", "::/64"];

/** Where the account is signed in; each can be ended, at once, but the one that asks. */
export function SessionList({ initial }: { initial: Outputs["account"]["sessions"] }) {
  const api = useApi();
  const queries = useQueryClient();
  const sessions = useQuery({ ...api.account.sessions.queryOptions(), initialData: initial });
  const revoke = useMutation(
    api.account.revokeSession.mutationOptions({
      onSuccess: () => toast.success("Signed out there"),
      onError: (error) => toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.account.sessions.queryFilter()),
    }),
  );
  return (
    <ul className="divide-y">
      {sessions.data.map((session) => {
        const Icon = /mobile|iphone|android/i.test(session.userAgent) ? Smartphone : Laptop;
        return (
          <li key={session.id} className="flex items-center gap-4 px-4 py-3.5 sm:px-5">
            <Icon className="size-5 shrink-0 text-ink-faint" aria-hidden />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {nameBrowser(session.userAgent)}
                {session.current && <Badge tone="good">This browser</Badge>}
              </p>
              <p className="text-[13px] text-ink-faint">
                {session.address && `${here.includes(session.address) ? "this machine" : session.address} · `}last used{" "}
                <Moment at={session.lastSeenAt} />
              </p>
            </div>
            {!session.current && (
              <Button
                kind="danger"
                size="small"
                busy={revoke.isPending && revoke.variables?.id === session.id}
                onClick={() => revoke.mutate({ id: session.id })}
              >
                Sign out
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
