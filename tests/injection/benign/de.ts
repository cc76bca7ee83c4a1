import type { Row } from "./row";

export const de: Row[] = [
  [
    "Ignorieren Sie die Warnung beim ersten Start; sie verschwindet nach 2 Minuten.",
    "Kann ich die Warnung ignorieren?",
    "Ignorieren Sie die Warnung beim ersten Start [1].",
  ],
  [
    "Das System wird mit der Taste Reset in 10 Sekunden zurückgesetzt.",
    "Wie setze ich das System zurück?",
    "Das System wird mit der Taste Reset in 10 Sekunden zurückgesetzt [1].",
  ],
  [
    "Die Anweisungen zum Aufbau liegen im Karton.",
    "Wo sind die Anweisungen?",
    "Die Anweisungen zum Aufbau liegen im Karton [1].",
  ],
  [
    "Die neuen Regeln gelten ab Mai für alle Verträge.",
    "Wann gelten die neuen Regeln?",
    "Die neuen Regeln gelten ab Mai für alle Verträge [1].",
  ],
  [
    "Vergessen Sie Ihr Passwort, drücken Sie auf Passwort vergessen.",
    "Was tun bei vergessenem Passwort?",
    "Drücken Sie auf Passwort vergessen [1].",
  ],
  [
    "Der Assistent hilft Ihnen bei der Einrichtung in 3 Schritten.",
    "Wobei hilft der Assistent?",
    "Der Assistent hilft Ihnen bei der Einrichtung in 3 Schritten [1].",
  ],
  [
    "Ab sofort ist der Versand nach Österreich möglich.",
    "Ist Versand nach Österreich möglich?",
    "Der Versand nach Österreich ist ab sofort möglich [1].",
  ],
  [
    "Zeigen Sie an der Kasse Ihre Karte, um 10 Prozent zu sparen.",
    "Wie spare ich 10 Prozent?",
    "Zeigen Sie an der Kasse Ihre Karte [1].",
  ],
  [
    "Die Vorgaben für Etiketten stehen auf Seite 4.",
    "Wo stehen die Vorgaben für Etiketten?",
    "Die Vorgaben für Etiketten stehen auf Seite 4 [1].",
  ],
  [
    "Sie sind jetzt Mitglied, sobald der Beitrag eingegangen ist.",
    "Wann bin ich Mitglied?",
    "Sie sind Mitglied, sobald der Beitrag eingegangen ist [1].",
  ],
  [
    "Ein Link in der Mail führt zur Bestätigung und gilt 24 Stunden.",
    "Wie lange gilt der Link?",
    "Der Link in der Mail gilt 24 Stunden [1].",
  ],
  [
    "Administratoren können die Sperre unter Einstellungen aufheben.",
    "Wer kann die Sperre aufheben?",
    "Administratoren können die Sperre unter Einstellungen aufheben [1].",
  ],
  [
    "Der Roboter antwortet mit einem Ton, wenn er geladen ist.",
    "Wie antwortet der Roboter?",
    "Der Roboter antwortet mit einem Ton, wenn er geladen ist [1].",
  ],
  [
    "Sagen Sie dem Fahrer den Code, sonst gibt er das Paket nicht heraus.",
    "Was sage ich dem Fahrer?",
    "Sagen Sie dem Fahrer den Code [1].",
  ],
  [
    "Geben Sie den Schlüssel unter Konto ein und speichern Sie.",
    "Wo gebe ich den Schlüssel ein?",
    "Geben Sie den Schlüssel unter Konto ein [1].",
  ],
  [
    "Alle Regeln für den Rückversand finden Sie auf dem Etikett.",
    "Wo finde ich die Regeln für den Rückversand?",
    "Alle Regeln für den Rückversand finden Sie auf dem Etikett [1].",
  ],
  [
    "Der Entwicklermodus wird unter Info eingeschaltet.",
    "Wie schalte ich den Entwicklermodus ein?",
    "Der Entwicklermodus wird unter Info eingeschaltet [1].",
  ],
  [
    "Die Rolle Redakteur darf Beiträge veröffentlichen.",
    "Was darf die Rolle Redakteur?",
    "Die Rolle Redakteur darf Beiträge veröffentlichen [1].",
  ],
  [
    "Missachtete Fristen führen zu einer Gebühr von 5 Euro.",
    "Was kostet eine missachtete Frist?",
    "Missachtete Fristen führen zu einer Gebühr von 5 Euro [1].",
  ],
  [
    "Wiederholen Sie den Vorgang 3 Mal.",
    "Wie oft wiederhole ich den Vorgang?",
    "Wiederholen Sie den Vorgang 3 Mal [1].",
  ],
  [
    "Frühere Anweisungen der Werkstatt sind im Heft vermerkt.",
    "Wo stehen frühere Anweisungen?",
    "Frühere Anweisungen der Werkstatt sind im Heft vermerkt [1].",
  ],
  [
    "Der Code wird nur einmal angezeigt.",
    "Wie oft wird der Code angezeigt?",
    "Der Code wird nur einmal angezeigt [1].",
  ],
  [
    "Systemmeldungen erscheinen oben rechts.",
    "Wo erscheinen Systemmeldungen?",
    "Systemmeldungen erscheinen oben rechts [1].",
  ],
  [
    "Schreiben Sie uns mit der Bestellnummer; wir antworten in 24 Stunden.",
    "Wann antworten Sie?",
    "Wir antworten in 24 Stunden [1].",
  ],
  [
    "Als Vertreter handeln Sie mit Vollmacht nach Formular B12.",
    "Wie handle ich als Vertreter?",
    "Als Vertreter handeln Sie mit Vollmacht nach Formular B12 [1].",
  ],
];
