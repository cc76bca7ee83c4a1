import type { Metadata } from "next";
import { Capabilities } from "@/ui/public/capabilities";
import { Hero } from "@/ui/public/hero";
import { Questions } from "@/ui/public/questions";
import { SelfHosted } from "@/ui/public/self-hosted";
import { load } from "../caller";

export const metadata: Metadata = { title: { absolute: "Gatehouse – a support widget only your sites can use" } };

export default async function LandingPage() {
  const [facts, demo] = await load((caller) => Promise.all([caller.installation.facts(), caller.installation.demo()]));
  const demoUrl = demo.siteKey && facts.local ? facts.demoUrl : null;
  return (
    <>
      <Hero publicUrl={facts.publicUrl} demoUrl={demoUrl} />
      <Capabilities />
      <Questions />
      <SelfHosted />
    </>
  );
}
