// Over 300 texts an attacker might get into an answer: written by hand, multiplied by the places they can stand in.
import { hostileMarkdown } from "./hostile-markdown";

const addresses = [
  "javascript:pwned()",
  "JAVASCRIPT:pwned()",
  "jav&#x09;ascript:pwned()",
  "java\tscript:pwned()",
  "\u0001javascript:pwned()",
  "javascript&colon;pwned()",
  "&#106;&#97;&#118;&#97;script:pwned()",
  "%6Aavascript:pwned()",
  "javascript://example.com/%0Apwned()",
  "data:text/html,<script>pwned()</script>",
  "data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+",
  "data:image/svg+xml,<svg onload=pwned()>",
  "vbscript:pwned()",
  "blob:https://evil.example/1",
  "filesystem:https://evil.example/x",
  "view-source:https://evil.example",
  "//evil.example/x",
  'https:evil.example" onclick="pwned()',
];

const addressSlots = [
  (address: string) => `[a](${address})`,
  (address: string) => `![a](${address})`,
  (address: string) => `[a](<${address}>)`,
  (address: string) => `[![a](${address})](${address})`,
  (address: string) => `<${address}>`,
  (address: string) => `[a][b]\n\n[b]: ${address} "t"`,
  (address: string) => `| [a](${address}) | ${address} |\n|---|---|\n| ![a](${address}) | x |`,
  (address: string) => `- > 1. **[${address}](${address})**`,
];

const html = [
  "<script>pwned()</script>",
  "<script src=https://evil.example/x.js></script>",
  "<img src=x onerror=pwned()>",
  "<img src=https://evil.example/pixel>",
  "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
  "<svg><use href='data:image/svg+xml,<svg id=x onload=pwned()>#x'/>",
  "<video autoplay onloadstart=pwned()><source src=x></video>",
  "<input autofocus onfocus=pwned()>",
  "<details open ontoggle=pwned()><summary>x",
  "<iframe srcdoc='<script>parent.pwned()</script>'>",
  "<a href=javascript:pwned()>x</a>",
  "<form action=https://evil.example><button>x",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=https://evil.example'>",
  "<template><img src=x onerror=pwned()></template>",
  "<math><mtext><table><mglyph><style><img src=x onerror=pwned()>",
  "<noscript><p title='</noscript><img src=x onerror=pwned()>'>",
  "<!--><img src=x onerror=pwned()>-->",
  "<x style='position:fixed;inset:0' onmouseover=pwned()>",
  "&lt;img src=x onerror=pwned()&gt;",
  "&#60;img src=x onerror=pwned()&#62;",
];

const places = [
  (text: string) => text,
  (text: string) => `# ${text}`,
  (text: string) => `> - ${text}`,
  (text: string) => `**${text}** _${text}_ ~~${text}~~`,
  (text: string) => `\`${text}\`\n\n\`\`\`${text}\n${text}\n\`\`\``,
  (text: string) => `| ${text} |\n|---|\n| ${text} |`,
  (text: string) => `[${text}](https://example.com/${text}) [1]`,
];

const LONG = 100_000;
const endless = (piece: string) => piece.repeat(LONG / piece.length);

/** Each of 100,000 characters. */
export const endlessTexts = [
  ...[
    "*",
    "**a ",
    "_a ",
    "~~a ",
    "`",
    "``a",
    "[",
    "](",
    "![",
    "[a](",
    "[a](https://a",
    "https://a",
    "(",
    "\\",
    "<",
    "&#x6A;",
  ],
  ...["[1]", "a", "a ", "<img src=x onerror=pwned()> "],
  ...[
    "> ",
    "- ",
    "1. ",
    "# ",
    "|",
    "| a ",
    "|-",
    "- - ",
    "> > ",
    "```",
    "~~~\n",
    "---\n",
    "a\n",
    "\n",
    "a\n\n",
    "\t",
    "\r",
  ],
  ...["- a\n", "> a\n", "> - a\n", "# a\n", "| a | b |\n", "|a|\n|-|\n", "[a](javascript:pwned())", "**b** [1] `c` "],
].map(endless);

export const hostileCorpus = [
  ...hostileMarkdown,
  ...addresses.flatMap((address) => addressSlots.map((slot) => slot(address))),
  ...html.flatMap((one) => places.map((place) => place(one))),
];
