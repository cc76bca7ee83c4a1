import { expect, test } from "vitest";
import { proposeOrigins } from "./propose-origins";

test.each([
  [["https://example.com/help"], ["https://example.com", "https://www.example.com"]],
  [["https://www.example.co.uk/"], ["https://www.example.co.uk", "https://example.co.uk"]],
  [["https://help.example.com/"], ["https://help.example.com"]],
  // Led elsewhere within the domain: both. To somebody else's: only what was named.
  [
    ["https://example.com/", "https://shop.example.com/en"],
    ["https://example.com", "https://www.example.com", "https://shop.example.com"],
  ],
  [
    ["https://example.com/", "https://example.org/"],
    ["https://example.com", "https://www.example.com"],
  ],
  // http cannot be allowed, its twin can.
  [["http://example.com/"], ["https://example.com", "https://www.example.com"]],
  [["https://example.com:8443/"], ["https://example.com:8443", "https://www.example.com:8443"]],
  [["http://localhost:3000/"], ["http://localhost:3000"]],
  [["http://192.0.2.1/"], []],
  // Anybody can have a name under it; a name of one's own under it is one.
  [["https://github.io/"], []],
  [["https://mine.github.io/"], ["https://mine.github.io"]],
])("%j begins with %j", ([address = "", moved], expected) => expect(proposeOrigins(address, moved)).toEqual(expected));
