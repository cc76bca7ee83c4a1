import nodemailer from "nodemailer";
import type { Mailer } from "@/core/mail/mail";

export interface MailerOptions {
  /** smtp:// or smtps://, with user and password where the server asks for them. */
  url: string;
  from: string;
}

const TIMEOUT_MS = 20_000;

/** Sends over SMTP. A password goes to another machine under TLS or not at all. */
export function openMailer({ url, from }: MailerOptions): Mailer {
  const { hostname, password, searchParams } = new URL(url);
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(password && !here && !searchParams.has("requireTLS") ? { requireTLS: true } : {}),
  });
  return {
    async send({ to, subject, text, html }) {
      try {
        // An object, never a list parsed from text: one letter has one reader.
        await transport.sendMail({ from, to: { name: "", address: to }, subject, text, html });
        return "sent";
      } catch (error) {
        const { responseCode = 0 } = error as { responseCode?: number };
        // 535 is about our own sign-in, which somebody will mend.
        if (responseCode >= 550 && responseCode < 560) return "refused";
        throw new Error(`mail could not be sent: ${(error as { code?: string }).code ?? responseCode}`);
      }
    },
    close: () => transport.close(),
  };
}
