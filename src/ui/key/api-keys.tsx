"use client";
import { keepPreviousData, useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { KeyRound, SearchX } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { ListFilter } from "../part/list-filter";
import { Moment } from "../part/moment";
import { Empty, Section } from "../part/section";
import { toast } from "../part/toast";
import { useUrlState } from "../part/url-state";
import { useAsked } from "../part/use-asked";
import { needsPassword } from "../refusal-of";
import { useMay } from "../shell/role";
import { CreateKeyDialog } from "./create-key-dialog";
import { OwnersOnly } from "./owners-only";
import { useSecretChange } from "./use-secret-change";

type Key = Outputs["apiKey"]["list"][number];

/** Of one page of the list. */
const SHOWN = 50;
/** So few need no filter. */
const FEW = 3;
const states = ["live", "ended"] as const;
const labels = { live: "Working", ended: "Revoked or expired" };

export function ApiKeys({ tenantId, initial }: { tenantId: string; initial: Key[] }) {
  const api = useApi();
  const change = useSecretChange();
  const may = useMay("owner");
  const [creating, setCreating] = useState(false);
  const [asked, settle] = useAsked("create-key");
  const [revoking, setRevoking] = useState<Key>();
  const [get, set, query] = useUrlState();
  const [first] = useState(query);
  const search = get("key").slice(0, 60);
  const state = states.find((one) => one === get("keys"));
  const keys = useInfiniteQuery(
    api.apiKey.list.infiniteQueryOptions(
      { tenantId, limit: SHOWN, ...(search && { search }), ...(state && { state }) },
      {
        ...(query === first && { initialData: { pages: [initial], pageParams: [null] } }),
        getNextPageParam: (page) => (page.length < SHOWN ? undefined : page.at(-1)?.id),
        placeholderData: keepPreviousData,
      },
    ),
  );
  const rows = keys.data?.pages.flat() ?? [];
  const isNarrowed = search !== "" || state !== undefined;
  const revoke = useMutation(
    api.apiKey.revoke.mutationOptions({
      onSuccess: () => setRevoking(undefined),
      onError: (error, input) => {
        change.orPassword(error, () => revoke.mutate(input));
        if (!needsPassword(error)) toast.error(error.message);
      },
      onSettled: change.reload,
    }),
  );
  return (
    <Section
      flush
      id="api-keys"
      title="API keys"
      description="For calls from your own server. A browser must never see one."
      action={may ? <Button onClick={() => setCreating(true)}>Create key…</Button> : <OwnersOnly />}
    >
      {(isNarrowed || rows.length > FEW) && (
        <div className="border-b p-3 sm:px-5">
          <ListFilter
            search={{ name: "key", label: "Search API keys" }}
            choices={[{ name: "keys", label: "State", all: "Any state", labels }]}
          />
        </div>
      )}
      {rows.length === 0 && isNarrowed && (
        <Empty icon={<SearchX />} title="No key is like that">
          <Button className="mt-2" onClick={() => set({ key: "", keys: "" })}>
            Show all
          </Button>
        </Empty>
      )}
      {rows.length === 0 && !isNarrowed && (
        <Empty icon={<KeyRound />} title="No API keys">
          Create one when your server should start sessions for your visitors.
        </Empty>
      )}
      {rows.length > 0 && (
        <ul className="divide-y">
          {rows.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2.5">
                  <span className="font-medium">{key.name}</span>
                  <code className="font-mono text-[13px] text-ink-soft">gk_…{key.last4}</code>
                  {key.revokedAt ? <Badge>revoked</Badge> : key.expired && <Badge tone="warn">expired</Badge>}
                </p>
                <p className="mt-0.5 text-[13px] text-ink-faint">
                  {key.scopes.join(", ")} · made <Moment at={key.createdAt} />
                  {key.lastUsedAt ? (
                    <>
                      {" · last used "}
                      <Moment at={key.lastUsedAt} />
                    </>
                  ) : (
                    " · never used"
                  )}
                  {key.requests > 0 && ` · ${key.requests.toLocaleString("en")} requests in 24 h`}
                  {key.expiresAt && !key.revokedAt && (
                    <>
                      {key.expired ? " · expired " : " · expires "}
                      <Moment at={key.expiresAt} />
                    </>
                  )}
                </p>
              </div>
              {may && !key.revokedAt && (
                <Button kind="danger" size="small" onClick={() => setRevoking(key)}>
                  Revoke
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {keys.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button kind="quiet" busy={keys.isFetchingNextPage} onClick={() => keys.fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
      {(creating || asked) && (
        <CreateKeyDialog
          tenantId={tenantId}
          onClose={() => {
            setCreating(false);
            settle();
          }}
        />
      )}
      {revoking && (
        <Confirm
          title={`Revoke “${revoking.name}”?`}
          action="Revoke"
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate({ tenantId, id: revoking.id })}
          onClose={() => setRevoking(undefined)}
        >
          {revoking.requests.toLocaleString("en")} {revoking.requests === 1 ? "request" : "requests"} in 24 h used it.
          Whatever uses gk_…{revoking.last4} is refused from now on. This cannot be undone.
        </Confirm>
      )}
      {change.dialog}
    </Section>
  );
}
