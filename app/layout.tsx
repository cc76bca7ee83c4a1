import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { environment } from "@/env";
import { pageScript } from "@/ui/part/page-script";
import { mono, sans } from "./fonts";

/** With the installation's own address: what is shared elsewhere points here. */
export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(environment().publicUrl),
  title: { default: "Gatehouse", template: "%s · Gatehouse" },
  description: "An AI support widget that only your sites can use and whose users cannot be impersonated.",
});

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafaf9" },
    { media: "(prefers-color-scheme: dark)", color: "#0c0e0d" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  const pinned = theme === "light" || theme === "dark" ? theme : undefined;
  return (
    <html lang="en" data-theme={pinned} className={`${sans.variable} ${mono.variable}`}>
      <body>
        {children}
        <script
          data-own=""
          nonce={(await headers()).get("x-nonce") ?? undefined}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant
          dangerouslySetInnerHTML={{ __html: pageScript }}
        />
      </body>
    </html>
  );
}
