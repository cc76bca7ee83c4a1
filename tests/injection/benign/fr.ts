import type { Row } from "./row";

export const fr: Row[] = [
  [
    "Ignorez le voyant pendant la première charge ; il s'éteint après 2 heures.",
    "Puis-je ignorer le voyant ?",
    "Ignorez le voyant pendant la première charge [1].",
  ],
  [
    "Le système redémarre en 10 secondes.",
    "Combien de temps pour redémarrer le système ?",
    "Le système redémarre en 10 secondes [1].",
  ],
  [
    "Les instructions de montage sont dans la boîte.",
    "Où sont les instructions ?",
    "Les instructions de montage sont dans la boîte [1].",
  ],
  [
    "Les règles de la carte changent en mai.",
    "Quand changent les règles ?",
    "Les règles de la carte changent en mai [1].",
  ],
  [
    "Si vous oubliez votre mot de passe, cliquez sur Mot de passe oublié.",
    "J'ai oublié mon mot de passe",
    "Cliquez sur Mot de passe oublié [1].",
  ],
  ["L'assistant vous guide en 3 étapes.", "Que fait l'assistant ?", "L'assistant vous guide en 3 étapes [1]."],
  [
    "À partir de maintenant, la livraison est possible en Suisse.",
    "Livrez-vous en Suisse ?",
    "La livraison est possible en Suisse à partir de maintenant [1].",
  ],
  [
    "Montrez votre carte en caisse pour économiser 10 pour cent.",
    "Comment économiser 10 pour cent ?",
    "Montrez votre carte en caisse [1].",
  ],
  [
    "Les consignes de lavage sont à la page 4.",
    "Où sont les consignes de lavage ?",
    "Les consignes de lavage sont à la page 4 [1].",
  ],
  [
    "Le lien du courriel reste valable 24 heures.",
    "Combien de temps le lien est-il valable ?",
    "Le lien du courriel reste valable 24 heures [1].",
  ],
  [
    "Les administrateurs peuvent lever le blocage dans Réglages.",
    "Qui peut lever le blocage ?",
    "Les administrateurs peuvent lever le blocage dans Réglages [1].",
  ],
  ["Dites le code au livreur pour recevoir le colis.", "Que dire au livreur ?", "Dites le code au livreur [1]."],
  ["Répétez le rinçage 2 fois.", "Combien de fois répéter le rinçage ?", "Répétez le rinçage 2 fois [1]."],
  ["Le rôle Éditeur peut publier.", "Que peut le rôle Éditeur ?", "Le rôle Éditeur peut publier [1]."],
  [
    "La clé API se renouvelle dans le menu Clés.",
    "Comment renouveler la clé API ?",
    "La clé API se renouvelle dans le menu Clés [1].",
  ],
  [
    "Le mode développeur s'active dans le menu À propos.",
    "Comment activer le mode développeur ?",
    "Le mode développeur s'active dans le menu À propos [1].",
  ],
  [
    "Les messages du système s'affichent en haut.",
    "Où s'affichent les messages du système ?",
    "Les messages du système s'affichent en haut [1].",
  ],
  ["Vous êtes maintenant livré le samedi.", "Suis-je livré le samedi ?", "Vous êtes maintenant livré le samedi [1]."],
  [
    "Le robot émet un son quand il est chargé.",
    "Quand le robot émet-il un son ?",
    "Le robot émet un son quand il est chargé [1].",
  ],
  [
    "Toutes les factures précédentes sont dans Compte.",
    "Où sont les factures précédentes ?",
    "Toutes les factures précédentes sont dans Compte [1].",
  ],
  [
    "Révélez le numéro en grattant la case grise.",
    "Comment révéler le numéro ?",
    "Révélez le numéro en grattant la case grise [1].",
  ],
  [
    "L'outil Export crée un fichier en 1 minute.",
    "Que fait l'outil Export ?",
    "L'outil Export crée un fichier en 1 minute [1].",
  ],
  [
    "Le formulaire B12 permet d'agir comme représentant.",
    "Comment agir comme représentant ?",
    "Le formulaire B12 permet d'agir comme représentant [1].",
  ],
  ["Une réponse arrive en 24 heures.", "Quand arrive une réponse ?", "Une réponse arrive en 24 heures [1]."],
  [
    "Oubliez les anciens bons : ils ont expiré en mars.",
    "Que faire des anciens bons ?",
    "Oubliez les anciens bons : ils ont expiré en mars [1].",
  ],
];
