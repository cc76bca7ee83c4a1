import type { Letter, Mail } from "./mail";

/** A letter as mail: text, and the same as HTML that mail programs of every age show. Total. */
export function composeMail(letter: Letter): Mail {
  const subject = letter.subject.replace(/\p{Cc}+/gu, " ");
  return { to: letter.to, subject, text: toText(letter), html: toHtml({ ...letter, subject }) };
}

function toText({ lines, action, foot }: Letter): string {
  return [...lines, ...(action ? [`${action.label}:\n${action.link}`] : []), `--\n${foot}`].join("\n\n");
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const toHtmlText = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? "");

const FONT = "font-family:ui-sans-serif,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const ARCH =
  '<span style="display:inline-block;width:14px;height:18px;border:3px solid #1a6248;border-bottom:0;border-radius:9px 9px 0 0;vertical-align:-3px"></span>';

function toHtml({ subject, lines, action, foot }: Letter): string {
  const paragraph = (line: string) =>
    `<p style="margin:0 0 16px;font-size:15px;line-height:24px">${toHtmlText(line)}</p>`;
  const button = action
    ? `<p style="margin:24px 0"><a href="${toHtmlText(action.link)}" style="display:inline-block;padding:11px 20px;border-radius:8px;background:#1a6248;color:#ffffff;font-size:15px;font-weight:600;text-decoration:none">${toHtmlText(action.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;line-height:20px;color:#6b706d">Or open this address:<br><span style="word-break:break-all">${toHtmlText(action.link)}</span></p>`
    : "";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${toHtmlText(subject)}</title></head>
<body style="margin:0;padding:0;background:#f6f7f6;color:#1b1e1c;${FONT}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:40px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;text-align:left">
<tr><td style="padding:0 4px 20px;font-size:16px;font-weight:600">${ARCH}&nbsp; Gatehouse</td></tr>
<tr><td style="padding:32px;background:#ffffff;border:1px solid #e3e6e4;border-radius:10px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600">${toHtmlText(subject)}</h1>
${lines.map(paragraph).join("\n")}
${button}
</td></tr>
<tr><td style="padding:20px 4px;font-size:13px;line-height:20px;color:#6b706d">${toHtmlText(foot)}</td></tr>
</table></td></tr></table></body></html>`;
}
