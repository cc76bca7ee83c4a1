// Words that say the contrary of each other. A passage that holds the one where the question says the other is about
// something else, however many words the two share.
const PAIRS = `more less;most least;most fewest;first last;before after;north south;east west;northern southern;eastern western;
increase decrease;rise fall;high low;higher lower;highest lowest;large small;larger smaller;largest smallest;big little;
biggest smallest;maximum minimum;upper lower;above below;early late;earlier later;earliest latest;old new;older newer;
oldest newest;win lose;won lost;begin end;began ended;start finish;start stop;started stopped;begin stop;open close;
opened closed;male female;man woman;men women;public private;internal external;inside outside;left right;top bottom;
fast slow;faster slower;fastest slowest;strong weak;stronger weaker;easy difficult;easy hard;simple complex;rich poor;
hot cold;long short;longest shortest;longer shorter;allow forbid;allowed forbidden;allow prevent;support oppose;
supported opposed;accept reject;accepted rejected;enter leave;buy sell;import export;join leave;create destroy;
created destroyed;build destroy;built destroyed;gain lose;gained lost;positive negative;good bad;best worst;better worse;
major minor;majority minority;always never;everything nothing;many few;frequent rare;common rare;permanent temporary;
present absent;present past;ancient modern;domestic foreign;urban rural;birth death;born died;alive dead;love hate;
cause prevent;include exclude;included excluded;including excluding;expand shrink;grow shrink;raise lower;add remove;
added removed;enable disable;connect disconnect;succeed fail;success failure;attack defend;teacher student;
same different;similar different;narrow wide;narrowest widest;deep shallow;thick thin;light heavy;lightest heaviest;
light dark;dry wet;near far;nearest farthest;closest farthest;single multiple;voluntary mandatory;optional required;
free paid;online offline;manual automatic;upgrade downgrade;install uninstall;subscribe unsubscribe`;

const OPPOSITES = new Map<string, string[]>();
for (const [one = "", other = ""] of PAIRS.split(";").map((pair) => pair.trim().split(" "))) {
  OPPOSITES.set(one, [...(OPPOSITES.get(one) ?? []), other]);
  OPPOSITES.set(other, [...(OPPOSITES.get(other) ?? []), one]);
}

const DENYING = ["un", "in", "im", "ir", "dis", "non"];

/** How many of the words `asked` stand in `said` only as their contrary: "oldest" as "newest", "used" as "unused". */
export function countOpposites(asked: string[], said: ReadonlySet<string>): number {
  return asked.filter((word) => {
    if (said.has(word)) return false;
    const bare = DENYING.map((prefix) => (word.startsWith(prefix) ? word.slice(prefix.length) : "")).filter(
      (rest) => rest.length > 3,
    );
    const denied = word.length > 4 ? DENYING.map((prefix) => prefix + word) : [];
    return [...(OPPOSITES.get(word) ?? []), ...bare, ...denied].some((contrary) => said.has(contrary));
  }).length;
}
