import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { toNext } from "@/console/next-address";
import { SignInForm } from "@/ui/account/sign-in-form";
import { TwoStepForm } from "@/ui/account/two-step-form";
import { NarrowFrame } from "@/ui/shell/narrow-frame";
import { load } from "../../caller";

export const metadata: Metadata = { title: "Sign in" };

const UNCONFIRMED = "That account has no confirmed e-mail address. Confirm one there, or sign in another way.";
const FAILED = "Signing in there did not work. Try again, or sign in another way.";

/** What became of a sign-in that another site was asked for; undefined where none was. */
function toTrouble(error: string | undefined): string | undefined {
  return error === undefined ? undefined : error === "token_invalid" ? UNCONFIRMED : FAILED;
}

type Query = Record<string, string | undefined>;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { error, next: asked, "two-step": twoStep } = await searchParams;
  if (twoStep) {
    return (
      <NarrowFrame title="Sign in" lead="Your account has two-step sign-in: enter your code.">
        <TwoStepForm />
      </NarrowFrame>
    );
  }
  const [me, { signInSites, publicUrl }] = await load((caller) =>
    Promise.all([caller.account.me(), caller.installation.facts()]),
  );
  const next = toNext(asked, publicUrl);
  if (me) redirect(next);
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
      <SignInForm next={next} sites={signInSites} trouble={toTrouble(error)} />
    </NarrowFrame>
  );
}
