import type { Statements } from "./statement";

export const de: Statements[] = [
  {
    title: "Rückgabe",
    passage:
      "Sie können gekaufte Artikel innerhalb von 45 Tagen zurückgeben. Die Erstattung erfolgt auf Ihr Konto und dauert höchstens 5 Werktage.",
    changed: {
      number: "Sie können gekaufte Artikel innerhalb von 60 Tagen zurückgeben.",
      unit: "Die Erstattung dauert höchstens 5 Wochen.",
      noun: "Die Erstattung erfolgt als Gutschein und dauert höchstens 5 Werktage.",
      denial: "Sie können gekaufte Artikel nicht innerhalb von 45 Tagen zurückgeben.",
      addition: "Sie können gekaufte Artikel innerhalb von 45 Tagen gegen eine Gebühr zurückgeben.",
    },
    faithful: [
      "Gekaufte Artikel können innerhalb von 45 Tagen zurückgegeben werden.",
      "Innerhalb von 45 Tagen können Sie einen gekauften Artikel zurückgeben.",
      "Die Erstattung auf Ihr Konto dauert höchstens fünf Werktage.",
      "Für die Rückgabe haben Sie 45 Tage Zeit.",
      "Wir erstatten auf Ihr Konto innerhalb von höchstens 5 Werktagen.",
    ],
  },
  {
    title: "Versand",
    passage:
      "Ein Paket nach Österreich kostet 7,90 Euro und braucht zwei bis vier Werktage. Ab einem Bestellwert von 60 Euro ist der Versand kostenlos. Samstags wird nicht zugestellt.",
    changed: {
      number: "Ein Paket nach Österreich kostet 17,90 Euro.",
      unit: "Ein Paket nach Österreich braucht zwei bis vier Wochen.",
      noun: "Ein Paket nach Belgien kostet 7,90 Euro.",
      denial: "Samstags wird zugestellt.",
      addition: "Ab einem Bestellwert von 60 Euro sind Versand und Montage kostenlos.",
    },
    faithful: [
      "Der Versand nach Österreich kostet 7,90 € pro Paket.",
      "Ein Paket nach Österreich braucht 2 bis 4 Werktage.",
      "Der Versand ist ab 60 Euro Bestellwert kostenlos.",
      "An Samstagen wird nicht zugestellt.",
    ],
  },
  {
    title: "Konto",
    passage:
      "Das Passwort ändern Sie unter Einstellungen, Sicherheit. Nach drei falschen Eingaben ist das Konto für 15 Minuten gesperrt. Unser Support ist werktags von 8 bis 17 Uhr erreichbar.",
    changed: {
      number: "Nach fünf falschen Eingaben ist das Konto für 15 Minuten gesperrt.",
      unit: "Nach drei falschen Eingaben ist das Konto für 15 Stunden gesperrt.",
      noun: "Die Adresse ändern Sie unter Einstellungen, Sicherheit.",
      denial: "Unser Support ist werktags von 8 bis 17 Uhr nicht erreichbar.",
      addition: "Unser Support ist werktags und sonntags von 8 bis 17 Uhr erreichbar.",
    },
    faithful: [
      "Ihr Passwort können Sie unter Einstellungen, Sicherheit ändern.",
      "Das Konto wird nach 3 falschen Eingaben für 15 Minuten gesperrt.",
      "Der Support ist an Werktagen von 8 bis 17 Uhr erreichbar.",
      "Sie erreichen den Support werktags von 8 bis 17 Uhr.",
    ],
  },
  {
    title: "Garantie",
    passage:
      "Auf alle Rucksäcke geben wir 5 Jahre Garantie. Risse durch spitze Gegenstände sind ausgeschlossen. Eine Reparatur kostet 20 Franken und ist in einer Woche fertig.",
    changed: {
      number: "Auf alle Rucksäcke geben wir 15 Jahre Garantie.",
      unit: "Auf alle Rucksäcke geben wir 5 Monate Garantie.",
      noun: "Auf alle Zelte geben wir 5 Jahre Garantie.",
      denial: "Risse durch spitze Gegenstände sind nicht ausgeschlossen.",
      addition: "Eine Reparatur kostet 20 Franken und ist in einer Woche beim Nachbarn fertig.",
    },
    faithful: [
      "Rucksäcke haben 5 Jahre Garantie.",
      "Wir geben fünf Jahre Garantie auf alle Rucksäcke.",
      "Eine Reparatur ist in einer Woche fertig und kostet 20 Franken.",
      "Die Garantie auf Rucksäcke beträgt 5 Jahre.",
    ],
  },
];
