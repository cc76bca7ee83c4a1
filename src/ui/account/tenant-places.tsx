"use client";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Notice } from "../part/notice";

type Place = Outputs["tenant"]["list"][number];

/** The tenants an account belongs to; each can be left, but by its last owner. */
export function TenantPlaces({ places }: { places: Place[] }) {
  const api = useApi();
  const router = useRouter();
  const [leaving, setLeaving] = useState<Place>();
  const leave = useMutation(
    api.team.leave.mutationOptions({
      onSuccess: () => {
        setLeaving(undefined);
        router.refresh();
      },
    }),
  );
  return (
    <ul className="divide-y">
      {places.map((place) => (
        <li key={place.id} className="flex items-center gap-3 px-4 py-3 sm:px-5">
          <Link href={`/${place.id}`} className="min-w-0 truncate font-medium hover:underline">
            {place.name}
          </Link>
          <Badge>{place.role}</Badge>
          <Button size="small" className="ml-auto" onClick={() => setLeaving(place)}>
            Leave…
          </Button>
        </li>
      ))}
      {leaving && (
        <Confirm
          title={`Leave “${leaving.name}”?`}
          action="Leave"
          busy={leave.isPending}
          onConfirm={() => leave.mutate({ tenantId: leaving.id })}
          onClose={() => {
            leave.reset();
            setLeaving(undefined);
          }}
        >
          <div className="grid gap-3">
            <p>You come back only when somebody invites you again.</p>
            {leave.error && <Notice tone="bad">{leave.error.message}</Notice>}
          </div>
        </Confirm>
      )}
    </ul>
  );
}
