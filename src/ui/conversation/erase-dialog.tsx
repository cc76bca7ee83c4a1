"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Dialog, DialogActions } from "../part/dialog";
import { toast } from "../part/toast";
import { needsPassword } from "../refusal-of";

interface EraseProps {
  what: "conversation" | "visitor";
  tenantId: string;
  conversationId: string;
  onClose: () => void;
}

/** Asks, erases, and hands over the receipt. */
export function EraseDialog({ what, tenantId, conversationId, onClose }: EraseProps) {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const gate = usePasswordGate();
  const leave = () => {
    onClose();
    router.push(`/${tenantId}/conversations`);
    void queries.invalidateQueries(api.conversation.list.pathFilter());
  };
  const input = { tenantId, conversationId };
  const conversation = useMutation(
    api.conversation.erase.mutationOptions({
      onSuccess: () => {
        toast("The conversation is erased");
        leave();
      },
      onError: (error) =>
        needsPassword(error) ? gate.ask(() => conversation.mutate(input)) : toast.error(error.message),
    }),
  );
  const visitor = useMutation(
    api.conversation.eraseVisitor.mutationOptions({
      onError: (error) => (needsPassword(error) ? gate.ask(() => visitor.mutate(input)) : toast.error(error.message)),
    }),
  );
  if (visitor.data) return <Receipt receipt={visitor.data} onClose={leave} />;
  if (gate.dialog) return gate.dialog;
  if (what === "visitor") {
    return (
      <Confirm
        title="Erase this visitor everywhere?"
        action="Erase everything"
        busy={visitor.isPending}
        onConfirm={() => visitor.mutate(input)}
        onClose={onClose}
      >
        All conversations of this visitor with their messages, files and feedback, their sessions, and what is known of
        the person are deleted. Open widgets of theirs start anew. This cannot be undone; the audit keeps how much it
        was.
      </Confirm>
    );
  }
  return (
    <Confirm
      title="Erase this conversation?"
      action="Erase"
      busy={conversation.isPending}
      onConfirm={() => conversation.mutate(input)}
      onClose={onClose}
    >
      Everything that was said in it is deleted, for the visitor as well. This cannot be undone.
    </Confirm>
  );
}

function Receipt({ receipt, onClose }: { receipt: Outputs["conversation"]["eraseVisitor"]; onClose: () => void }) {
  const { at, ...counts } = receipt;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Erased"
      description={`${at.toISOString().slice(0, 19).replace("T", " ")} UTC. The same figures stand in the audit.`}
    >
      <dl className="divide-y rounded-lg border">
        {Object.entries(counts).map(([name, count]) => (
          <div key={name} className="flex justify-between px-3.5 py-2">
            <dt className="text-ink-soft first-letter:uppercase">{name}</dt>
            <dd className="font-medium">{count.toLocaleString("en")}</dd>
          </div>
        ))}
      </dl>
      <DialogActions>
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
