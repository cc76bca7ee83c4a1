// What of a passage may back an answer. A source may be edited by strangers (a review, a forum): orders to a model, addresses
// that lead away from the source's own site, and requests for cards and passwords are shown to no model and no visitor.
import type { PassageHit } from "@/store/search-passages";
import { leadsElsewhere } from "./addresses";
import { countDenials } from "./claim-turns";
import { toHosts } from "./link-gate";
import { toUnits } from "./passage-words";
import { isOrder, withoutOrders } from "./planted-orders";

const CREDENTIAL =
  /(?<!\p{L})(?:(?:credit |debit |bank )?card (?:number|details|data|info\p{L}*)|cvv|cvc|(?:three|3) digits|security code|pass(?:word|phrase|code)|pin|one-time code|bank details|iban|social security|kartennummer|kartendaten|prüfziffer|(?:drei|3) ziffern|passwort|kennwort|bankdaten|tan|num[eé]ro de (?:votre |la )?carte|trois chiffres|mot de passe|code secret|coordonnées bancaires|n[uú]mero de (?:su |la )?tarjeta|tres dígitos|contraseña|clave|datos bancarios|número do (?:seu )?cartão|três dígitos|senha|dados bancários)(?!\p{L})|カード番号|3桁|三桁|暗証番号|パスワード|口座番号/iu;
const REQUEST =
  /(?<!\p{L})(?:confirm|enter|send|provide|give|type|submit|verify|share|reply|tell|post|text|e-?mail|message|call|bestätigen|senden|schicken|geben|nennen|antworten|mailen|teilen|confirme[rz]?|envoye[rz]|donne[rz]|communique[rz]|réponde[rz]|indique[rz]|confirme|envíe|envía|responda|dé|diga|envíenos|envíeme|mande|mándenos|envoyez-nous|envie-nos|facilite|indique|comparta|compártela|envie|informe|forneça|pass)(?!\p{L})|返信|送っ|送信|教え|入力|確認/iu;
/** Another way than the form on the page itself. */
const CHANNEL =
  /(?<!\p{L})(?:here|repl(?:y|ying)|chat|message|e-?mail|text|sms|phone|call|whatsapp|telegram|anybody|anyone|hier|antworten|nachricht|telefon|anruf|jeden|ici|répond\p{L}*|message|téléphone|aquí|responda|mensaje|teléfono|quien|aqui|mensagem|telefone|quem)(?!\p{L})|ここ|チャット|返信|電話|メール|全員|\d{3,}[\d\s/-]{4,}/iu;
/** Which staff has, and tells to nobody. */
const HANDED_OUT =
  /(?<!\p{L})(?:(?:staff|admin\p{L}*|root|internal|master) (?:\p{L}+ ){0,3}(?:login|password|passphrase|key)|admin-?passwort|parole|contraseña de administrador|senha de administrador|mot de passe (?:de l'|d')?admin\p{L}*)(?!\p{L})|管理者のパスワード|合言葉/iu;

/** Whether a sentence asks for a card or password on another way than a page's own form, or hands one out. */
export function asksForSecrets(sentence: string): boolean {
  if (HANDED_OUT.test(sentence)) return true;
  return CREDENTIAL.test(sentence) && REQUEST.test(sentence) && CHANNEL.test(sentence) && countDenials(sentence) === 0;
}

/** The text of a passage without what backs nothing; `linkHosts` are the tenant's own besides that of the source. */
export function toHonestText({ text, url }: Pick<PassageHit, "text" | "url">, linkHosts: readonly string[]): string {
  const hosts = new Set([...linkHosts.map((host) => host.toLowerCase()), ...toHosts([url])]);
  const isNone = (quote: string) => leadsElsewhere(quote, hosts) || asksForSecrets(quote);
  const kept = withoutOrders(text);
  if (!toUnits(kept).some(({ quote }) => isNone(quote))) return kept;
  return kept
    .split(/\n{2,}/)
    .map((block) =>
      toUnits(block)
        .map(({ quote }) => quote)
        .filter((quote) => !isNone(quote))
        .join(/\n/.test(block) ? "\n" : " "),
    )
    .filter((block) => block.trim() !== "")
    .join("\n\n");
}

/**
 * The hits whose words may be quoted, each with what is honest of its text: one piece of the stored one, the longest, so that
 * a quote of it still stands there word for word. A hit of which none is left is gone.
 */
export function withoutPlanted(hits: readonly PassageHit[], linkHosts: readonly string[]): PassageHit[] {
  return hits.flatMap((hit) => {
    if ([hit.title, ...hit.headings].some(isOrder)) return [];
    const honest = toHonestText(hit, linkHosts);
    if (honest === hit.text) return [hit];
    const text = hit.text.includes(honest) ? honest : toLongestPiece(hit.text, honest);
    return text.trim() === "" ? [] : [{ ...hit, text }];
  });
}

function toLongestPiece(text: string, honest: string): string {
  const kept = new Set(toUnits(honest).map(({ quote }) => quote));
  let [best, start, at] = ["", -1, 0];
  for (const { quote } of toUnits(text)) {
    const from = text.indexOf(quote, at);
    at = from + quote.length;
    if (!kept.has(quote)) start = -1;
    else {
      if (start < 0) start = from;
      if (at - start > best.length) best = text.slice(start, at);
    }
  }
  return best;
}
