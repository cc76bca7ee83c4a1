import type { Statements } from "./statement";

export const fr: Statements[] = [
  {
    title: "Retours",
    passage:
      "Vous pouvez renvoyer les articles dans les 45 jours suivant la livraison. Le remboursement arrive sur votre carte sous 3 jours ouvrés.",
    changed: {
      number: "Vous pouvez renvoyer les articles dans les 90 jours suivant la livraison.",
      unit: "Vous pouvez renvoyer les articles dans les 45 semaines suivant la livraison.",
      noun: "Le remboursement arrive en bons d'achat sous 3 jours ouvrés.",
      denial: "Vous ne pouvez pas renvoyer les articles dans les 45 jours suivant la livraison.",
      addition: "Vous pouvez renvoyer les articles, même portés, dans les 45 jours suivant la livraison.",
    },
    faithful: [
      "Les articles peuvent être renvoyés dans les 45 jours suivant la livraison.",
      "Vous avez 45 jours après la livraison pour renvoyer un article.",
      "Votre carte est remboursée sous trois jours ouvrés.",
      "Le remboursement sur votre carte arrive sous 3 jours ouvrés.",
    ],
  },
  {
    title: "Livraison",
    passage:
      "Un colis met deux à quatre jours ouvrables. La livraison est gratuite à partir de 50 euros d'achat. Nous ne livrons pas le dimanche.",
    changed: {
      number: "La livraison est gratuite à partir de 15 euros d'achat.",
      unit: "Un colis met deux à quatre heures.",
      noun: "L'installation est gratuite à partir de 50 euros d'achat.",
      denial: "Nous livrons le dimanche.",
      addition: "La livraison est gratuite à partir de 50 euros d'achat pour les membres du club.",
    },
    faithful: [
      "Il faut 2 à 4 jours ouvrables pour recevoir un colis.",
      "À partir de 50 € d'achat, la livraison est gratuite.",
      "La livraison n'est pas assurée le dimanche.",
      "Il n'y a pas de livraison le dimanche.",
    ],
  },
  {
    title: "Abonnement",
    passage:
      "L'abonnement coûte 9 euros par mois et peut être résilié à tout moment. La première semaine est offerte. Vos données sont effacées 30 jours après la résiliation.",
    changed: {
      number: "L'abonnement coûte 19 euros par mois.",
      unit: "L'abonnement coûte 9 euros par an.",
      noun: "Vos factures sont effacées 30 jours après la résiliation.",
      denial: "L'abonnement ne peut pas être résilié à tout moment.",
      addition: "L'abonnement coûte 9 euros par mois et peut être résilié à tout moment par lettre recommandée.",
    },
    faithful: [
      "L'abonnement coûte 9 € par mois.",
      "Vous pouvez résilier l'abonnement à tout moment.",
      "Après la résiliation, vos données sont effacées au bout de 30 jours.",
      "La première semaine d'abonnement est offerte.",
    ],
  },
  {
    title: "Atelier",
    passage:
      "Notre atelier répare les tentes et les chaussures pour 20 euros. Il est ouvert du mardi au samedi, de 10 h à 18 h. Le cuir n'est pas accepté.",
    changed: {
      number: "Notre atelier répare les tentes et les chaussures pour 12 euros.",
      unit: "Notre atelier répare les tentes et les chaussures pour 20 dollars.",
      noun: "Notre atelier répare les vélos et les chaussures pour 20 euros.",
      denial: "Le cuir est accepté.",
      addition: "Notre atelier répare et vend les tentes et les chaussures pour 20 euros.",
    },
    faithful: [
      "L'atelier répare les chaussures et les tentes pour 20 €.",
      "L'atelier est ouvert de 10 h à 18 h, du mardi au samedi.",
      "Nous n'acceptons pas le cuir.",
      "La réparation des tentes coûte 20 euros.",
    ],
  },
];
