"use client";
import { useState } from "react";
import { Button } from "../part/button";
import { goToSite } from "./next-auth";
import { SiteMark } from "./site-marks";

export type Site = "github" | "google";
const names: Record<Site, string> = { github: "GitHub", google: "Google" };

interface Props {
  sites: Site[];
  /** Where to go on afterwards: a path of ours. */
  next: string;
  onFailure: () => void;
}

/** A way in by another site's account, for each that is configured; nothing where none is. */
export function SiteButtons({ sites, next, onFailure }: Props) {
  const [busy, setBusy] = useState<Site>();
  const go = async (site: Site) => {
    setBusy(site);
    await goToSite(site, next).catch(() => {
      setBusy(undefined);
      onFailure();
    });
  };
  return sites.map((site) => (
    <Button key={site} busy={busy === site} onClick={() => go(site)}>
      <SiteMark site={site} /> Go on with {names[site]}
    </Button>
  ));
}
