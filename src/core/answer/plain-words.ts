// Words that claim nothing by themselves. The free ones may stand anywhere; of the light ones a sentence may hold one or two
// that its source has not. What turns a sentence round ("not", "before", "only", "always") is in neither: claim-turns.ts.
const toSet = (...lists: string[]) => new Set(lists.join(" ").split(/\s+/));

export const FREE = toSet(
  `within upon per via onto towards toward may might shall also however additionally furthermore moreover therefore thus hence well
  either whether us yes else already ourselves herself himself themselves along among around like though although etc whatever
  sure please ok okay note must`,
  `der die das den dem des ein eine einen einem einer eines und oder ist sind war waren wird werden wurde wurden worden kann können
  könnte könnten ich du sie wir ihr er es mein meine ihre ihren ihrem ihrer ihres ihnen uns unser unsere unseren unserem unserer mit
  von vom zu zum zur bei beim auf für aus nach über unter im ins in am an ans als wie was wann wo wer welche welcher welches haben
  hat habe hatte muss müssen soll sollen sollte darf dürfen dass wenn falls auch sich man noch innerhalb binnen dieser diese dieses
  diesem diesen etwa sowie dabei dafür damit daher also bitte dann sonst ob ab bis durch gegen um sein seine mag möchte möchten so
  da hier etwas pro je ja denn wobei wodurch jeweils zudem außerdem lassen lässt`,
  `le la les un une des du de et ou est sont était être je tu il elle nous vous ils elles mon ma mes votre vos notre nos ce cette ces
  avec pour dans sur par au aux que qui quoi quel quelle comment quand où peut peuvent pouvez peux ai avez ont a avoir se si leur leurs
  en l d qu j n s c m t y on dès sous suivant suivants suivante afin ainsi aussi donc alors à dont lors lorsque sera seront serait
  étant puis même fait vers entre chez depuis pendant durant cela ceci son sa ses bout doit devez doivent il'y n'y oui`,
  `el la los las un una unos unas de del y o e es son era ser yo tú él ella nosotros ustedes usted mi mis su sus con para por en al
  que qué quién cuál cuándo puede pueden puedes podrá podrán se si este esta estos estas esto como lo le les me nos tras durante
  siguiente siguientes entre sobre también así entonces está están fue sido cuando donde cualquier ha han debe deben sí ello a`,
  `o os as um uma de do da dos das e ou é são era ser eu você vocês ele ela nós seu sua seus suas com para por em no na nos nas ao
  aos à às que quem qual quando onde como pode podem poderá se este esta isto isso lhe pelo pela pelos pelas num numa durante entre
  sobre também assim então está estão foi sido qualquer há a deve devem sim dentro`,
  `il lo gli i uno di della dei delle è sono essere del per nel nella da dal alla che non su ci het een en van voor op aan bij naar uit`,
  `في من على إلى عن مع هذا هذه ذلك التي الذي أن إن كان يكون و أو ثم قد يمكنك يمكن`,
);

export const LIGHT = toSet(
  `take takes taking took taken get gets got receive receives need needs needed require requires required use used using uses make
  makes made possible allow allows allowed able available offer offers offered provide provides provided give gives given apply
  applies go goes going come comes coming reach reaches arrive arrives happen happens occur occurs stay stays remain remains do does
  done see find time period case cases way total date people person someone customer customers user users visitor visitors mean
  means include includes included included contain contains feature features enable enables simply should would following follows
  follow processed process issue issued place let want wish choose option options anything bring brings
  last lasts run runs keep hold holds turn set sit work works serve help helps step steps page information detail details`,
  `erhalten erhält bekommen bekommt brauchen braucht benötigen benötigt dauern dauert nehmen nimmt geben gibt machen macht tun möglich
  möglichkeit verfügbar bieten bietet gelten gilt erfolgen erfolgt zeit zeitraum fall kunde kunden kundin betragen beträgt stehen steht
  kommen kommt liegen liegt nutzen verwenden besteht bestehen sorgen enthalten enthält gehen geht finden findet benutzer folgt folgen
  bleiben bleibt wählen lautet danach dazu beträgt zur verfügung`,
  `recevoir reçoit recevez reçu faut falloir prendre prend prenez mettre met mettent durer dure obtenir obtenez donner donne possible
  disponible effectuer effectué effectuée faire faites disposer disposez dispose délai temps client clients arriver arrive proposer
  propose proposons bénéficier bénéficiez situé valable trouver trouve cas utiliser utilisez après comprend comprendre permet reste
  rester`,
  `recibir recibe recibirá tarda tardan tardar necesita necesitar tomar toma dar da posible disponible hacer hace hacemos realizar
  realiza tiene tener tienen plazo tiempo cliente clientes llegar llega llegan encontrar encuentra usar utilizar ofrecer ofrece caso
  hay existe quedar queda permite después estar sigue`,
  `receber recebe recebem leva levam levar precisa precisam precisar tomar dar dá possível disponível fazer faz fazemos realizar tem
  ter têm prazo tempo cliente clientes chegar chega chegam encontrar usar utilizar oferecer oferece haver cair cai caso existe ficar
  fica permite enviamos vem após depois`,
  `場合 可能 必要 方法 利用 予定 当店 弊社 客様 様 以下 次 際 時 方 的 使用 下記 後 上 中 内 頃 用 手順 手続 完了 期間 お客様 了 在 是 有 我 您 们 会 可以 将 被 和 与 或 及`,
);
