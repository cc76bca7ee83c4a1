import type { Statements } from "./statement";

export const en: Statements[] = [
  {
    title: "Returns",
    passage: "You can return any item within 30 days of delivery. Refunds are paid to your card within 5 working days.",
    changed: {
      number: "You can return any item within 5 days of delivery.",
      unit: "You can return any item within 30 months of delivery.",
      noun: "Refunds are paid to your employer's card within 5 working days.",
      denial: "You cannot return an item within 30 days of delivery.",
      addition: "You can return any item within 30 days of delivery by calling our premium hotline.",
    },
    faithful: [
      "Items can be returned within 30 days of delivery.",
      "Within 30 days of delivery, any item can be returned.",
      "Your refund is paid to your card within five business days.",
      "You have 30 days after delivery to return an item.",
      "We refund your card within 5 working days.",
    ],
  },
  {
    title: "Returns",
    passage: "You can return any item within 30 days of delivery. Refunds are paid to your card within 5 working days.",
    changed: {
      number: "Refunds are paid to your card within thirty working days.",
      unit: "Refunds are paid to your card within 5 working weeks.",
      noun: "Refunds are paid in cash within 5 working days.",
      denial: "Refunds are never paid to your card.",
      addition: "You can return any item, including opened software, within 30 days of delivery.",
    },
    faithful: [
      "You can send any item back within 30 days of delivery.",
      "It takes up to 5 working days for the refund to reach your card.",
      "You can return items within 30 days of delivery, and refunds are paid to your card within 5 working days.",
      "Refunds go to your card and take up to 5 working days.",
    ],
  },
  {
    title: "Returns",
    passage: "You can return any item within 30 days of delivery. Refunds are paid to your card within 5 working days.",
    changed: {
      number: "Refunds are paid to your card within 50 working days.",
      unit: "Refunds are paid to your card within 5 working hours.",
      noun: "You can exchange any item within 30 days of purchase.",
      denial: "Refunds are not paid to your card.",
      addition: "You can return any item within 30 days of delivery, but the courier charges a fee.",
    },
    faithful: [
      "Returns are possible within 30 days of delivery.",
      "The refund is paid to your card in 5 working days.",
    ],
  },
  {
    title: "Shipping",
    passage:
      "Standard delivery takes 2 to 4 working days. It is free for orders over 80 euros. Express delivery costs 12 euros and arrives the next working day.",
    changed: {
      number: "Standard delivery takes 2 to 14 working days.",
      unit: "Standard delivery is free for orders over 80 dollars.",
      noun: "Express delivery costs 12 euros and arrives the next Sunday.",
      denial: "Standard delivery is not free for orders over 80 euros.",
      addition: "Standard delivery takes 2 to 4 working days and is insured up to the full value.",
    },
    faithful: [
      "Standard delivery takes two to four business days.",
      "Standard delivery is free for orders above 80 euros.",
      "Express delivery costs €12.",
      "With express delivery your order arrives the next working day and costs 12 euros.",
      "Standard shipping takes 2–4 working days.",
    ],
  },
  {
    title: "Accounts",
    passage:
      "To change your e-mail address, open Settings, choose Profile and press Edit. We send a confirmation link that is valid for 24 hours. Accounts that are not confirmed are deleted after 14 days.",
    changed: {
      number: "The confirmation link is valid for 48 hours.",
      unit: "The confirmation link is valid for 24 minutes.",
      noun: "To change your password, open Settings, choose Profile and press Edit.",
      denial: "Accounts that are not confirmed are not deleted after 14 days.",
      addition: "We send a confirmation link to your manager that is valid for 24 hours.",
    },
    faithful: [
      "Open Settings, choose Profile and press Edit to change your e-mail address.",
      "The confirmation link is valid for 24 hours.",
      "You can change your email address under Settings, Profile, Edit.",
      "Unconfirmed accounts are deleted after two weeks.",
      "We will send you a confirmation link, which stays valid for 24 hours.",
    ],
  },
  {
    title: "Warranty",
    passage:
      "All bikes come with a warranty of 2 years on the frame. The battery is covered for 12 months or 500 charges. Damage caused by accidents is not covered.",
    changed: {
      number: "All bikes come with a warranty of 5 years on the frame.",
      unit: "The battery is covered for 12 years or 500 charges.",
      noun: "The motor is covered for 12 months or 500 charges.",
      denial: "Damage caused by accidents is covered.",
      addition: "All bikes come with a warranty of 2 years on the frame and a replacement bike.",
    },
    faithful: [
      "The frame of every bike has a warranty of 2 years.",
      "The battery is covered for one year or 500 charges.",
      "Damage from accidents isn't covered.",
      "The warranty does not cover damage caused by accidents.",
      "There is a two-year warranty on the frame.",
    ],
  },
  {
    title: "Plans",
    passage:
      "The Starter plan includes 3 projects and 1,000 requests per month. The Team plan costs $49 per month and includes unlimited projects. You can cancel at any time; your data is kept for 90 days.",
    changed: {
      number: "The Starter plan includes 30 projects and 1,000 requests per month.",
      unit: "The Team plan costs $49 per year.",
      noun: "The Starter plan includes unlimited projects.",
      denial: "You cannot cancel at any time.",
      addition: "You can cancel at any time and receive a full refund; your data is kept for 90 days.",
    },
    faithful: [
      "The Starter plan comes with three projects and 1000 requests per month.",
      "The Team plan includes unlimited projects for $49 per month.",
      "After you cancel, your data is kept for 90 days.",
      "You can cancel any time.",
      "Your data is kept for 90 days after you cancel.",
    ],
  },
  {
    title: "Opening hours",
    passage:
      "The shop is open from Monday to Saturday, 9:00 to 18:30. On public holidays it is closed. Dogs are welcome on a leash. Children under 6 years enter free of charge.",
    changed: {
      number: "The shop is open from Monday to Saturday, 9:00 to 20:00.",
      unit: "Children under 6 months enter free of charge.",
      noun: "Cats are welcome on a leash.",
      denial: "Dogs are not welcome on a leash.",
      addition: "Children under 6 years and students enter free of charge.",
    },
    faithful: [
      "The shop opens Monday to Saturday from 9:00 to 18:30.",
      "It is closed on public holidays.",
      "You can bring a dog on a leash.",
      "Children under six enter for free.",
      "Dogs on a leash are welcome.",
    ],
  },
  {
    title: "Washing",
    passage:
      "Wash wool by hand at 30 degrees at most. Do not use bleach. Dry it flat, away from the sun. Jumpers shrink by up to 10 % when they are tumble-dried.",
    changed: {
      number: "Wash wool by hand at 60 degrees at most.",
      unit: "Jumpers shrink by up to 10 cm when they are tumble-dried.",
      noun: "Wash silk by hand at 30 degrees at most.",
      denial: "Use bleach.",
      addition: "Dry it flat, away from the sun, with the iron on top.",
    },
    faithful: [
      "Wool should be washed by hand at no more than 30 degrees.",
      "Don't use bleach.",
      "Bleach must not be used.",
      "Dry the wool flat and away from the sun.",
      "Tumble-dried jumpers shrink by up to 10 percent.",
    ],
  },
];
