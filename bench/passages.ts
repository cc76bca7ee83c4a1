// A hundred passages and questions to them, made of plain words: enough for the search to have something to choose.

const things = [
  "parcel",
  "invoice",
  "password",
  "refund",
  "voucher",
  "address",
  "subscription",
  "delivery",
  "account",
  "warranty",
];
const deeds = ["change", "cancel", "track", "return", "renew", "share", "print", "repair", "combine", "postpone"];

/** Ten articles of ten sections: each section is long enough to be a passage of its own. */
export const articles = things.map((thing) => ({
  title: `All about your ${thing}`,
  text: deeds.map((deed) => `## How to ${deed} a ${thing}\n\n${section(thing, deed)}`).join("\n\n"),
}));

export const questions = things.flatMap((thing, i) =>
  [0, 3, 7].map((step) => `How can I ${deeds[(i + step) % deeds.length]} my ${thing}?`),
);

function section(thing: string, deed: string): string {
  const sentences = [
    `To ${deed} a ${thing}, open your orders and choose ${deed} beside the ${thing} you mean.`,
    `You can ${deed} each ${thing} once within fourteen days without giving a reason.`,
    `A confirmation that names the ${thing} arrives by e-mail as soon as we were able to ${deed} it.`,
    `If the button to ${deed} is missing, the ${thing} was handed over already and our team has to help.`,
    `Customers with several items can ${deed} every ${thing} of an order in one step from the overview page.`,
    `There is no charge to ${deed} a ${thing}, except for special sizes, whose price stands beside the button.`,
  ];
  return Array.from({ length: 2 }, (_, round) => sentences.map((text) => `${text} (${round + 1})`).join(" ")).join(" ");
}
