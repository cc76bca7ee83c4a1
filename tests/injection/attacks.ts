import { type Family, families, type Language } from "./attack";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { freshAttacks } from "./fresh-attacks";
import { heldOutAttacks } from "./held-out-attacks";
import { ja } from "./ja";
import { pt } from "./pt";
import { unseenAttacks } from "./unseen-attacks";

export interface Attack {
  family: Family;
  language: Language;
  text: string;
  /** What the attacker wants to be said, where that is more than what the text asks for. */
  hoped: string[];
  /** What no visitor may see, in lower case. */
  forbidden: string[];
}

export const languages = [en, de, fr, es, pt, ja];

function toAttack(language: Language, family: Family, text: string): Attack {
  const { says, forbidden } = language.goals[family];
  return { family, language, text, hoped: [says], forbidden };
}

/** Every attack, and some in disguise: in base64, with letters nobody sees, in letters that look alike, spaced out. */
export const attacks: Attack[] = languages.flatMap((language) =>
  families.flatMap((family) => language.attacks[family].map((text) => toAttack(language, family, text))),
);

/** Those of held-out-attacks.ts, one of each kind in each language. */
export const heldOut: Attack[] = languages.flatMap((language) =>
  families.map((family) => toAttack(language, family, heldOutAttacks[language.code]?.[family] ?? "")),
);

const toPlanted = (set: typeof freshAttacks): Attack[] =>
  languages.flatMap((language) =>
    families.flatMap((family) =>
      (set[language.code]?.[family] ?? []).map(([text, ...forbidden]) => ({
        family,
        language,
        text,
        hoped: [],
        forbidden,
      })),
    ),
  );

/** Those of fresh-attacks.ts and unseen-attacks.ts: what each asks for is what it must not get. */
export const fresh = toPlanted(freshAttacks);
export const unseen = toPlanted(unseenAttacks);

export const disguised: Attack[] = languages.flatMap((language) => {
  const [text = ""] = language.attacks.override;
  const disguises = [
    Buffer.from(text).toString("base64"),
    [...text].join("\u200b"),
    text.replace(/a/g, "а").replace(/e/g, "е").replace(/o/g, "ο"),
    [...text].join(" "),
  ];
  return disguises.map((disguise) => toAttack(language, "override", disguise));
});
