import { expect, test } from "vitest";
import { toApiAddress } from "./api-address";
import { keyOf, misunderstood, readAttributes, readOptions } from "./options";
import { wantsCitations } from "./wants-citations";

const attributes = (said: Record<string, string>) => ({ getAttribute: (name: string) => said[name] ?? null });

test("attributes and their data- form say the same as properties", () => {
  const said = {
    "site-key": "pub_x",
    "use-jwt": "true",
    "z-index": "5",
    "intro-text": "Hi",
    "primary-color": "#123456",
    debug: "",
  };
  const expected = { siteKey: "pub_x", useJWT: true, zIndex: 5, introText: "Hi", primaryColor: "#123456", debug: true };
  expect(readAttributes(attributes(said))).toEqual(expected);
  const data = Object.fromEntries(Object.entries(said).map(([name, value]) => [`data-${name}`, value]));
  expect(readAttributes(attributes(data), "data-")).toEqual(expected);
  expect(readOptions(expected)).toEqual(expected);
});

test("what cannot be understood counts as not said", () => {
  const nonsense = {
    siteKey: 7,
    useJWT: "maybe",
    theme: "pink",
    width: "calc(1px)",
    zIndex: "1.5",
    onTokenRefresh: "f",
    strings: "{",
    title: " ",
  };
  expect(readOptions(nonsense)).toEqual({});
  expect([...misunderstood].sort()).toEqual(Object.keys(nonsense).sort());
  misunderstood.clear();
  expect(readOptions({ siteKey: null, theme: undefined, title: "" })).toEqual({});
  expect([...misunderstood]).toEqual([]);
  const hostile = {
    theme: Symbol("dark"),
    width: Object.create(null),
    get title() {
      throw new Error("host");
    },
    strings: new Proxy({}, { ownKeys: () => [1] as never }),
  };
  expect(readOptions(hostile)).toEqual({});
  expect([...misunderstood].sort()).toEqual(["strings", "theme", "title", "width"]);
  misunderstood.clear();
  expect(readOptions({ locale: "tlh" })).toEqual({ locale: "tlh" });
  expect([...misunderstood]).toEqual(["locale"]);
});

test("flags, lengths and offsets", () => {
  expect(readOptions({ useJWT: "false", citations: false, debug: "1" })).toEqual({
    useJWT: false,
    citations: false,
    debug: true,
  });
  expect(readOptions({ width: 380, height: "500px", offset: "24px 16" })).toEqual({
    width: "380px",
    height: "500px",
    offset: { block: "24px", inline: "16px" },
  });
  expect(readOptions({ offset: "12" }).offset).toEqual({ block: "12px", inline: "12px" });
});

test("a tenant key stands in for a site key; either name turns citations off", () => {
  expect(keyOf(readOptions({ tenantKey: "ten_x" }))).toBe("ten_x");
  expect(keyOf(readOptions({ tenantId: "ten_x", siteKey: "pub_x" }))).toBe("pub_x");
  expect(wantsCitations({})).toBe(true);
  expect(wantsCitations({ enableCitations: false })).toBe(false);
});

test.each([
  ["https://h.example", "https://h.example/api/v1"],
  ["https://h.example/", "https://h.example/api/v1"],
  ["https://h.example/api/v1", "https://h.example/api/v1"],
  ["https://h.example/api/v1/", "https://h.example/api/v1"],
  ["https://h.example/api/v1/conversations", "https://h.example/api/v1"],
  ["https://h.example/api/v1/conversations/?x#y", "https://h.example/api/v1"],
  ["https://h.example/chat/conversations", "https://h.example/chat"],
  ["/support", "https://page.example/support/api/v1"],
  ["javascript:alert(1)", null],
  ["https://", null],
])("api-url %s", (said, address) => {
  expect(toApiAddress(said, "https://page.example/a/b")).toBe(address);
});
