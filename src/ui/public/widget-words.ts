// What the widget understands, for the documentation: as in widget/gatehouse.d.ts, which a test holds it to.

/** Name of the property, and what it does. The attribute is the same in kebab-case. */
export const widgetOptions: [name: string, what: string][] = [
  [
    "siteKey",
    "The public key of the tenant. `tenantKey` with the tenant's id does the same; `tenantId` is its older name.",
  ],
  [
    "apiUrl",
    "Where the gateway is. Default: the host the script came from; a trailing `/conversations` is understood.",
  ],
  ["useJWT", "Every request carries a session token. Default: `false`, unless the tenant demands it."],
  ["jwt", "An identity token that your server signed for the visitor."],
  [
    "onTokenRefresh",
    "A function that gives a new identity token, called before one ends, on waking and after a refusal.",
  ],
  ["citations", "Numbered sources under answers. Default: `true`. `enableCitations` does the same."],
  ["title", "The name at the top of the panel."],
  ["introText", "The first thing a visitor reads. `showIntro` set to `false` leaves it out."],
  ["theme", "`light`, `dark` or `auto`, which follows the visitor's system."],
  ["position", "`bottom-right` or `bottom-left`."],
  [
    "primaryColor",
    "Any CSS colour; the text on it is chosen to be readable. `userColor` and `aiColor` colour the bubbles.",
  ],
  ["fabIcon", "A character in place of the mark on the launcher. `fabColor` is the launcher's colour."],
  ["width", "Of the panel: a CSS length, or pixels. `height` likewise."],
  ["zIndex", "Where it lies above the page. `offset` is its distance from the edges: `20px 32px`."],
  ["locale", "`en`, `de`, `fr`, `es`, `pt`, `ja` or `ar`. Default: the page's `lang`."],
  ["strings", "Sentences of your own in place of the widget's, by their keys."],
  ["consent", "`required` shows the tenant's text before anything is stored or sent. Default: `none`."],
  ["debug", "Tells the console of the browser why something was refused, and which setting mends it."],
];

export const widgetMethods: [name: string, what: string][] = [
  ["init(options)", "Starts the widget. A second call gives the first instance."],
  ["open() close() toggle()", "The panel."],
  ["send(text)", "Asks on the visitor's behalf, in the open panel."],
  [
    "identify({ jwt, onTokenRefresh })",
    "The visitor signed in on your site; the conversation goes on where the tenant allows it.",
  ],
  ["updateJwt(jwt)", "A newer token for the same visitor."],
  ["logout()", "Forgets the visitor and their conversation, in all tabs."],
  ["clearSession()", "Forgets the conversation."],
  [
    "isTokenValid() getTokenData() getSessionId() getConversationId()",
    "What the widget holds now. Tokens are never given out.",
  ],
  ["on(event, listener)", "Listens; returns the way to stop. The same events come as `gatehouse:…` on the document."],
  ["diagnose()", "What went wrong last: cause, setting, link. Null where nothing did."],
  ["destroy()", "Takes the widget off the page, with every listener."],
];

export const widgetEvents: [name: string, what: string][] = [
  ["ready", "The launcher stands."],
  ["open", "The panel was opened."],
  ["close", "It was closed."],
  ["message", "An answer is whole: its text and citations."],
  ["token", "A session token was had or renewed: when it ends."],
  ["error", "Something was refused or failed: code, status, request id."],
  ["destroy", "The widget is gone."],
];
