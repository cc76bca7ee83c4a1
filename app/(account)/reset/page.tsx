import type { Metadata } from "next";
import Link from "next/link";
import { RequestResetForm, ResetPasswordForm } from "@/ui/account/reset-form";
import { NarrowFrame } from "@/ui/shell/narrow-frame";

export const metadata: Metadata = { title: "Set a new password", referrer: "no-referrer" };

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return (
    <NarrowFrame
      title="Set a new password"
      lead={token ? "It ends every sign-in of your account." : "We send a link to your address."}
      below={
        <Link href="/sign-in" className="font-medium text-pine hover:underline">
          Back to the sign-in
        </Link>
      }
    >
      {typeof token === "string" ? <ResetPasswordForm token={token} /> : <RequestResetForm />}
    </NarrowFrame>
  );
}
