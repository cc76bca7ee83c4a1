import type { Metadata } from "next";
import { ConfirmEmailForm } from "@/ui/account/confirm-email-form";
import { NarrowFrame } from "@/ui/shell/narrow-frame";

export const metadata: Metadata = { title: "Confirm your new address", referrer: "no-referrer" };

export default async function ConfirmEmailPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string | string[] }>;
}) {
  const { token } = await searchParams;
  return (
    <NarrowFrame title="Confirm your new address" lead="This makes the address the link was sent to your account’s.">
      <ConfirmEmailForm token={typeof token === "string" ? token : ""} />
    </NarrowFrame>
  );
}
