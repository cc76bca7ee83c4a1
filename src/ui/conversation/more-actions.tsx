"use client";
import { useMutation } from "@tanstack/react-query";
import { Download, Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Menu, type MenuItem } from "../part/menu";
import { toast } from "../part/toast";
import { EraseDialog } from "./erase-dialog";

interface MoreProps {
  tenantId: string;
  role: string;
  conversation: Outputs["conversation"]["get"];
}

/** A copy of the conversation, or its end. */
export function MoreActions({ tenantId, role, conversation }: MoreProps) {
  const api = useApi();
  const [erasing, setErasing] = useState<"conversation" | "visitor" | null>(null);
  const copy = useMutation(
    api.conversation.copy.mutationOptions({
      onSuccess: (whole) => save(`conversation-${whole.id}.json`, JSON.stringify(whole, null, 2)),
      onError: (error) => toast.error(error.message),
    }),
  );
  const mayErase = role === "owner" || role === "admin";
  const erasures: MenuItem[] = [
    {
      label: "Erase conversation…",
      Icon: Trash2,
      onSelect: () => setErasing("conversation"),
      danger: true,
      apart: true,
    },
    { label: "Erase visitor everywhere…", Icon: Trash2, onSelect: () => setErasing("visitor"), danger: true },
  ];
  return (
    <>
      <Menu
        align="end"
        className="grid size-7 shrink-0 place-items-center rounded-md text-ink-soft transition-colors hover:bg-raised hover:text-ink [&_svg]:size-4"
        items={[
          {
            label: "Export as JSON",
            Icon: Download,
            onSelect: () => copy.mutate({ tenantId, conversationId: conversation.id }),
          },
          ...(mayErase ? erasures : []),
        ]}
      >
        <Ellipsis aria-hidden />
        <span className="sr-only">More</span>
      </Menu>
      {erasing && (
        <EraseDialog
          what={erasing}
          tenantId={tenantId}
          conversationId={conversation.id}
          onClose={() => setErasing(null)}
        />
      )}
    </>
  );
}

function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
