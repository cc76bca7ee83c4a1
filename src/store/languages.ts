// What languages are told by. `language` is a text search configuration of Postgres, `simple` where it has none.
const small = <Name extends string>(language: Name, words: string) => ({
  language,
  words: new Set(words.split(/\s+/)),
});

export const SMALL_WORDS = {
  en: small(
    "english",
    `the a an and or of to in on for with is are was were be been do does did how what when where which who why can could
    i you we they he she it my your our their this that these not no if will would should have has had from by at as`,
  ),
  de: small(
    "german",
    `der die das den dem des ein eine einen einem einer eines und oder ist sind war waren wird werden wurde kann können
    könnte ich du sie wir ihr er es mein meine meinen meiner ihre ihren nicht kein keine mit von vom zu zum zur bei auf für
    aus nach über unter im am wie was wann wo wer welche welcher welches warum lange viel haben hat habe muss soll dass
    wenn auch sich man noch nur`,
  ),
  fr: small(
    "french",
    `le la les un une des du de et ou est sont était être je tu il elle nous vous ils elles mon ma mes votre vos notre ce
    cette ces ne pas avec pour dans sur par au aux que qui quoi quel quelle quels quelles comment quand où pourquoi combien
    puis peut peux ai avez ont avoir se si leur en l d qu j n s c`,
  ),
  es: small(
    "spanish",
    `el la los las un una unos unas de del y o es son era ser yo tú él ella nosotros ustedes mi mis su sus no con para por
    en al que qué quién cuál cuándo cuánto cuánta cuánto tiempo dónde cómo puedo puede pueden tengo tiene hay se si este esta
    estos como más lo le me`,
  ),
  it: small(
    "italian",
    `il lo la i gli le un uno una di del della dei delle e o è sono era essere io tu lui lei noi voi loro mio mia miei non
    con per in nel nella da dal al alla che chi quale quali quando quanto quanti dove come perché posso può possono ho ha
    hanno si se questo questa su ci`,
  ),
  pt: small(
    "portuguese",
    `o a os as um uma de do da dos das e ou é são era ser eu você ele ela nós vocês meu minha seu sua não com para por em no
    na nos nas ao que quem qual quando quanto onde como posso pode podem tenho tem há se este esta mais lhe`,
  ),
  nl: small(
    "dutch",
    `de het een en of is zijn was waren wordt worden ik jij je u wij we zij hij mijn uw ons onze niet geen met van voor in
    op aan bij naar uit over wat wie welke wanneer waar waarom hoe lang veel kan kunnen heb heeft hebben moet dat deze dit
    als ook er om te`,
  ),
  sv: small(
    "swedish",
    `en ett och eller är var vara jag du vi ni han hon det den de min mitt mina din inte ingen med av för i på till från
    om vad vem vilken när var varför hur länge mycket kan har hade ska måste att som också sig`,
  ),
  da: small(
    "danish",
    `en et og eller er var være jeg du vi I han hun det den de min mit mine din ikke ingen med af for i på til fra om hvad
    hvem hvilken hvornår hvor hvorfor hvordan længe meget kan har havde skal at som også sig`,
  ),
  no: small(
    "norwegian",
    `en ei et og eller er var være jeg du vi dere han hun det den de min mitt mine din ikke ingen med av for i på til fra
    om hva hvem hvilken når hvor hvorfor hvordan lenge mye kan har hadde skal må at som også seg`,
  ),
  fi: small(
    "finnish",
    `ja tai on ovat oli olla minä sinä hän me te he minun sinun ei en eivät mikä mitä kuka milloin missä miksi miten kuinka
    kauan paljon voin voi voiko voinko se tämä että kun jos myös`,
  ),
  tr: small(
    "turkish",
    `ve veya bir bu şu o ben sen biz siz onlar benim için ile de da mi mı mu mü ne kim nasıl nerede neden kaç kadar zaman
    var yok değil daha çok olarak gibi`,
  ),
  // Postgres has no configuration for these.
  pl: small(
    "simple",
    `i lub jest są być nie z w na do od po o za przez czy co kto jak kiedy gdzie dlaczego ile jaki jaka mój moja się to ten
    ta te mogę może można dla oraz że`,
  ),
  cs: small(
    "simple",
    `a nebo je jsou být ne z v na do od po o za přes zda co kdo jak kdy kde proč kolik jaký jaká můj moje se to ten ta
    mohu může lze pro že ve si`,
  ),
};

/** Scripts that tell the language, or that no configuration reads, by one letter of theirs. */
export const FOREIGN_SCRIPTS = [
  {
    language: "simple",
    letter: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}]/gu,
  },
  { language: "arabic", letter: /\p{sc=Arab}/gu },
  { language: "russian", letter: /\p{sc=Cyrl}/gu },
  { language: "greek", letter: /\p{sc=Grek}/gu },
  { language: "hindi", letter: /\p{sc=Deva}/gu },
  { language: "armenian", letter: /\p{sc=Armn}/gu },
  { language: "tamil", letter: /\p{sc=Taml}/gu },
  { language: "simple", letter: /\p{sc=Hebr}/gu },
] as const;
