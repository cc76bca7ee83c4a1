import { Section } from "../part/section";

const rules: [rule: string, meaning: string][] = [
  [
    "https://www.example.com",
    "This host and port alone. Paths do not matter; www. and the bare domain are two origins.",
  ],
  [
    "https://*.example.com",
    "Any one name in place of the star: shop.example.com. Never example.com, never a.b.example.com.",
  ],
  ["https://*.com, https://*.vercel.app", "Cannot be added: anybody can have a name there. Name your own part of it."],
  ["https://example.com:8443", "That port alone. Without one, the standard port is meant."],
  [
    "http://localhost:3000",
    "Plain http works on localhost, 127.0.0.1 and [::1] only, while development origins are on.",
  ],
];

/** How rules are read. */
export function OriginRules() {
  return (
    <Section flush title="How rules are read">
      <dl className="divide-y text-[13px]">
        {rules.map(([rule, meaning]) => (
          <div key={rule} className="grid gap-x-6 gap-y-0.5 px-4 py-3 sm:grid-cols-[16rem_1fr] sm:px-5">
            <dt className="break-words font-mono">{rule}</dt>
            <dd className="text-ink-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
