"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { StaleNotice } from "../part/stale-notice";
import { fieldError, formError, isStale } from "../refusal-of";
import { OriginLifetime, toIso, toLocal } from "./origin-lifetime";

type Origin = Outputs["origin"]["list"][number];

interface EditOriginDialogProps {
  tenantId: string;
  /** As it was when the dialog opened. */
  seen: Origin;
  /** As it is now; undefined when somebody removed it. */
  present: Origin | undefined;
  groups: string[];
  onClose: () => void;
}

/** Group and expiry of an origin; says so when somebody else changed them meanwhile. */
export function EditOriginDialog({ tenantId, seen: first, present, groups, onClose }: EditOriginDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(first);
  const [group, setGroup] = useState(first.group ?? "");
  const [until, setUntil] = useState(toLocal(first.expiresAt));
  const update = useMutation(
    api.origin.update.mutationOptions({
      onSuccess: onClose,
      onSettled: () => queries.invalidateQueries(api.origin.list.queryFilter()),
    }),
  );
  const showNewState = () => {
    if (!present) return onClose();
    setSeen(present);
    setGroup(present.group ?? "");
    setUntil(toLocal(present.expiresAt));
    update.reset();
  };
  const save = () => {
    const was = { group: seen.group, expiresAt: seen.expiresAt?.toISOString() ?? null };
    // An input knows minutes; what was not touched stays as it was.
    const expiresAt = until === toLocal(seen.expiresAt) ? was.expiresAt : toIso(until);
    update.mutate({ tenantId, id: seen.id, group: group.trim() || null, expiresAt, seen: was });
  };
  return (
    <Dialog open onOpenChange={onClose} title="Change an origin" description={seen.pattern} wide>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {isStale(update.error) && <StaleNotice words={update.error?.message ?? ""} onUse={showNewState} />}
        <OriginLifetime
          {...{ group, until, groups }}
          onGroup={setGroup}
          onUntil={setUntil}
          groupError={fieldError(update.error, "group")}
          untilError={
            fieldError(update.error, "expiresAt") ??
            (isStale(update.error) ? undefined : formError(update.error, ["group", "expiresAt"]))
          }
        />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={update.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
