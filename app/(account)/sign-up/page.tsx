import type { Metadata } from "next";
import Link from "next/link";
import { SignUpForm } from "@/ui/account/sign-up-form";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { load } from "../../caller";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage() {
  const { signInSites } = await load((caller) => caller.installation.facts());
  return (
    <NarrowFrame
      title="Create an account"
      lead="A cited answer on your own site is about ten minutes away."
      below={
        <>
          Have one already?{" "}
          <Link href="/sign-in" className="font-medium text-pine hover:underline">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm sites={signInSites} />
    </NarrowFrame>
  );
}
