import type { Metadata } from "next";
import { VerifyForm } from "@/ui/account/verify-form";
import { NarrowFrame } from "@/ui/shell/narrow-frame";

export const metadata: Metadata = { title: "Confirm your address", referrer: "no-referrer" };

export default async function VerifyPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return (
    <NarrowFrame title="Confirm your address" lead="This confirms that the e-mail address is yours and signs you in.">
      <VerifyForm token={typeof token === "string" ? token : ""} />
    </NarrowFrame>
  );
}
