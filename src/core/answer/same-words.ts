// Words that say the same on a help page. A phrase of several words is made one word first, on both sides.
import { toStem } from "./terms";

const PHRASES: [RegExp, string][] = [
  [/\b(?:send|sends|sent|give|gives|gave|bring|brings)(?: \p{L}+){0,3} back\b/gu, "return"],
  [/\bmoney back\b/gu, "refund"],
  [/\b(?:free of charge|at no (?:extra |additional )?(?:cost|charge)|without (?:extra )?charge|for free)\b/gu, "free"],
  [/\b(?:log|logs|logging|sign|signs|signing) (?:in|on)\b/gu, "login"],
  [/\be-?mails?\b/gu, "email"],
  [/\bcome(?:s)? with\b/gu, "include"],
  [/\bpick(?:s|ed)? up\b/gu, "collect"],
  [/\b(?:throw|throws) away\b/gu, "discard"],
  [/\bas soon as\b/gu, "once"],
  [/\bno more than\b/gu, "at most"],
  [/\bno less than\b/gu, "at least"],
  // What a prefix denies is said with "not", so that it can be told from its contrary.
  [
    /\bun(?=(?:confirm|paid|open|used|limit|avail|able|wash|worn|lock|subscrib|lik|verif|sign|regist|activ|damag|publish|read)\p{L}*)/gu,
    "not ",
  ],
  [/\b(?:tous les jours|chaque jour|every day|jeden tag|todos los días|todos os dias)\b/gu, "daily"],
  [/\bgratis\b/gu, "free"],
  [/\bpar an\b/gu, "par année"],
];

const CLASSES = `
return returned returning
refund reimburse reimbursement repay
delivery deliver shipping shipment ship dispatch
pay paid payment
buy purchase bought
item product article goods
free complimentary
parcel package
cost price
press click tap hit
choose select pick
change edit update modify alter
delete remove erase
phone telephone call
shop store
bike bicycle
cancel terminate
confirm verify
photo picture image
child children kid
send sent
keep kept
allow permit
close shut
fix repair mend
show display
start begin
end finish expire
additional extra
over above
damage damaged
big large
quick fast
job task
car vehicle
spare replacement
photo photograph
zurückgeben rückgabe zurückgegeben zurücksenden zurückschicken retoure retournieren
erstatten erstattung erstattet rückerstattung rückzahlung
versand lieferung liefern geliefert verschicken versenden versandt zustellen zugestellt zustellung sendung
kostenlos kostenfrei umsonst free
artikel produkt ware
kosten preis kostet
ändern änderung geändert bearbeiten
löschen entfernen gelöscht
geöffnet offen öffnen öffnet
erreichbar erreichen
kaufen gekauft kauf gekaufte
bezahlen zahlen zahlung bezahlt
reparatur reparieren repariert
wählen auswählen
drücken klicken tippen
renvoyer retourner retour renvoi renvoyé
rembourser remboursement remboursé
livraison livrer livrons livré expédition expédier envoi envoyer
gratuit offert gratuite offerte free
article produit
colis paquet
coûter prix coût coûte tarif
résilier résiliation résilié annuler
effacer supprimer effacé supprimé
ouvert ouvre ouvrir
accepter accepté acceptons
réparer réparation répare
acheter achat acheté
devolver devolución devoluciones
reembolso reembolsar
envío enviar envía enviamos envíos
artículo producto
free gratuito
costar cuesta precio
borrar eliminar
permitir permitido permitidas permiten permite
abierto abre abrir
conservar conservan conservamos guardar
devolver devolução
entrega entregar entregamos
item produto artigo itens
grátis gratuito free
frete envio
custar custa preço
mudar muda alterar trocar
apagar excluir
`;

const ids = new Map<string, number[]>();
CLASSES.trim()
  .split("\n")
  .forEach((line, id) => {
    for (const word of line.split(" ")) {
      const stem = foldMarks(toStem(word));
      ids.set(stem, [...(ids.get(stem) ?? []), id]);
    }
  });

/** A text in lower case with its phrases as words. */
export function withPhrases(text: string): string {
  return PHRASES.reduce((said, [phrase, word]) => said.replace(phrase, word), text);
}

/** Latin letters without their marks: "envía" and "envio" begin alike. */
export function foldMarks(word: string): string {
  return word
    .normalize("NFD")
    .replace(/(?<=\p{sc=Latin})\p{M}+/gu, "")
    .normalize("NFC");
}

/** Whether two stems are forms of one word or mean the same. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const known = ids.get(one);
  if (known && ids.get(other)?.some((id) => known.includes(id))) return true;
  return (
    isForm(one, other) || ((one.includes("ge") || other.includes("ge")) && isForm(withoutGe(one), withoutGe(other)))
  );
}

// "zurückgegeben" of "zurückgeben", "gesperrt" of "sperren".
const withoutGe = (word: string) =>
  word.includes("ge") ? word.replace(/^(zuruck|ab|an|auf|aus|ein|um|zu|vor|nach)?ge(?=.{4})/, "$1") : word;

function isForm(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  if (same >= 5 && same >= 0.6 * long.length) return true;
  if (same >= 4 && long.length <= 6 && same >= short.length - 1) return true;
  // German writes words together: "Frist" is in "Rückgabefrist".
  return short.length >= 5 && long.length - short.length >= 4 && (long.endsWith(short) || same === short.length);
}
