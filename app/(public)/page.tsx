import type { Metadata } from "next";
import { headers } from "next/headers";
import { Capabilities } from "@/ui/public/capabilities";
import { Hero } from "@/ui/public/hero";
import { Questions } from "@/ui/public/questions";
import { SelfHosted } from "@/ui/public/self-hosted";
import { load } from "../caller";

export const metadata: Metadata = { title: { absolute: "Gatehouse – a support widget only your sites can use" } };

export default async function LandingPage() {
  const [facts, demo, landing] = await load(({ installation }) =>
    Promise.all([installation.facts(), installation.demo(), installation.landing()]),
  );
  const demoUrl = demo.siteKey && facts.local ? facts.demoUrl : null;
  return (
    <>
      <Hero publicUrl={facts.publicUrl} demoUrl={demoUrl} live={landing.siteKey ? landing : null} />
      <Capabilities />
      <Questions />
      <SelfHosted />
      {landing.siteKey && (
        <script
          src="/widget/v1.js"
          data-site-key={landing.siteKey}
          nonce={(await headers()).get("x-nonce") ?? undefined}
          defer
          suppressHydrationWarning
        />
      )}
    </>
  );
}
