import Link from "next/link";
import Script from "next/script";
import { Chat } from "./chat";

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">First</Link> <Link href="/second">Second</Link>
        </nav>
        {children}
        <Script src="/widget/v1.js" strategy="beforeInteractive" />
        <Chat />
      </body>
    </html>
  );
}
