// What a page may say, however it says it: attributes, data attributes, a global, or an object given to init().

const text = (value: unknown) => (typeof value === "string" && value.trim()) || undefined;

/** A present but empty attribute means yes, as everywhere in HTML. */
const flag = (value: unknown) => {
  const isTrue = /^(true|1|yes|)$/i.test(`${value}`);
  return isTrue || /^(false|0|no)$/i.test(`${value}`) ? isTrue : undefined;
};

/** A CSS length; a bare number counts pixels. */
const length = (value: unknown) => {
  const [said, unit] = /^\d*\.?\d+(px|r?em|vw|vh|%|)$/.exec(`${value}`) ?? [];
  return said && (unit ? said : `${said}px`);
};

/** One length for both edges, or the one from the bottom and then the one from the side. */
const lengths = (value: unknown) => {
  const [block, inline = block] = `${value}`.split(/\s+/).map(length);
  return block && inline ? { block, inline } : undefined;
};

const whole = (value: unknown) => (/^-?\d+$/.test(`${value}`) ? Number(value) : undefined);

const oneOf =
  <const T extends string>(...allowed: T[]) =>
  (value: unknown) =>
    allowed.find((one) => one === value);

/** Anything CSS calls a colour. */
const color = (value: unknown) => (globalThis.CSS?.supports("color", `${value}`) === false ? undefined : text(value));

const callback = (value: unknown) => (typeof value === "function" ? (value as () => unknown) : undefined);

/** Copied, so that what it does when it is looked at, it does here. */
const dictionary = (value: unknown) => {
  const said: unknown = typeof value === "string" ? JSON.parse(value) : value;
  return typeof said === "object" ? ({ ...said } as Record<string, unknown>) : undefined;
};

const readers = {
  siteKey: text,
  tenantKey: text,
  tenantId: text,
  apiUrl: text,
  useJWT: flag,
  jwt: text,
  onTokenRefresh: callback,
  citations: flag,
  enableCitations: flag,
  title: text,
  introText: text,
  showIntro: flag,
  theme: oneOf("light", "dark", "auto"),
  position: oneOf("bottom-right", "bottom-left"),
  primaryColor: color,
  userColor: color,
  aiColor: color,
  fabIcon: text,
  fabColor: color,
  width: length,
  height: length,
  zIndex: whole,
  offset: lengths,
  locale: text,
  strings: dictionary,
  consent: oneOf("none", "required"),
  debug: flag,
};

type OptionName = keyof typeof readers;

/** Only what was said and understood; what is missing is for the console's settings and then our defaults to fill. */
export type Options = { [name in OptionName]?: NonNullable<ReturnType<(typeof readers)[name]>> };

const names = Object.keys(readers) as OptionName[];

/** Names of options that said something nobody understands, for the one warning a page gets. */
export const misunderstood = new Set<string>();

function read(say: (name: OptionName) => unknown): Options {
  const options: Record<string, unknown> = {};
  for (const name of names) {
    let value: unknown;
    try {
      const said = say(name) ?? undefined;
      value = said === undefined ? said : readers[name](said);
      if (value === undefined && said !== undefined && said !== "") misunderstood.add(name);
    } catch {
      // A getter that throws, a symbol, an object that cannot become text.
      misunderstood.add(name);
    }
    if (value !== undefined) options[name] = value;
  }
  if (options.locale && !options.strings && !/^(en|de|fr|es|pt|ja|ar)\b/i.test(`${options.locale}`))
    misunderstood.add("locale");
  return options;
}

/** Reads an object of options; what cannot be understood counts as not said. */
export function readOptions(said: object): Options {
  return read((name) => Reflect.get(said, name));
}

/** Reads options from attributes: `useJWT` is said as `use-jwt`, on the script as `data-use-jwt`. */
export function readAttributes(element: Pick<Element, "getAttribute">, prefix = ""): Options {
  return read((name) =>
    element.getAttribute(prefix + name.replace(/[A-Z]+/g, (capitals) => `-${capitals.toLowerCase()}`)),
  );
}

/** Options set on the running element as properties of its own, because no attribute can carry them. */
export function readProperties(element: object): Options {
  return read((name) => Object.getOwnPropertyDescriptor(element, name)?.value);
}

/** The public key that names the tenant: a site key, or a tenant key wherever a site key may stand. */
export function keyOf(options: Options): string | undefined {
  return options.siteKey ?? options.tenantKey ?? options.tenantId;
}
