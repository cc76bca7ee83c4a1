import { expect, test } from "vitest";
import { openMailer } from "@/provider/mailer";
import { openMailServer } from "../../../tests/mail-stand-in";
import { composeMail } from "./compose-mail";

const letter = {
  to: "reader@example.com",
  subject: "Join <b>Shop</b>\r\nBcc: thief@example.com",
  lines: ['Somebody invited you to "<script>alert(1)</script>".'],
  action: { label: "Open", link: "https://chat.example.com/x?a=1&b=<" },
  foot: "It's nothing.",
};

test("what stands in a letter is text, in its HTML too", () => {
  const { subject, text, html } = composeMail(letter);
  expect(subject).toBe("Join <b>Shop</b> Bcc: thief@example.com");
  expect(text).toContain("<script>alert(1)</script>");
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain('href="https://chat.example.com/x?a=1&amp;b=&lt;"');
});

test("goes to its one reader; a server's no for good is told from one for now", async () => {
  const server = await openMailServer();
  const mailer = openMailer({ url: server.url, from: "Gatehouse <help@example.com>" });
  expect(await mailer.send(composeMail(letter))).toBe("sent");
  expect(server.received[0]?.to).toEqual(["reader@example.com"]);
  expect(server.received[0]?.source).toContain("From: Gatehouse <help@example.com>");
  expect(server.received[0]?.source).not.toMatch(/^Bcc:/m);

  server.refusals.push(550);
  expect(await mailer.send(composeMail(letter))).toBe("refused");
  server.refusals.push(451);
  await expect(mailer.send(composeMail(letter))).rejects.toThrow("mail could not be sent");
  // An address that is written as two is one, or none.
  const sent = await mailer.send({ ...composeMail(letter), to: "a@example.com, b@example.com" }).catch(() => "threw");
  expect(sent === "sent" && server.received.at(-1)?.to.length === 2).toBe(false);
  mailer.close();
});

test("a password does not leave for another machine in clear text", async () => {
  const server = await openMailServer();
  const port = new URL(server.url).port;
  // The same server under a name that is not this machine's own.
  const mailer = openMailer({ url: `smtp://user:password@127.0.0.2:${port}`, from: "a@example.com" });
  await expect(mailer.send(composeMail(letter))).rejects.toThrow("mail could not be sent");
  expect(server.received).toEqual([]);
  mailer.close();
});
