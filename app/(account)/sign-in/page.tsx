import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { SignInForm } from "@/ui/account/sign-in-form";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { load } from "../../caller";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  if (await load((caller) => caller.account.me())) redirect("/console");
  return (
    <NarrowFrame
      title="Sign in"
      below={
        <>
          New here?{" "}
          <Link href="/sign-up" className="font-medium text-pine hover:underline">
            Create an account
          </Link>
        </>
      }
    >
      <SignInForm next="/console" />
    </NarrowFrame>
  );
}
