import { expect, test } from "vitest";
import { holdIdentity, holdSession, isLive, renewalTime, userOf } from "./token-clock";

const MINUTE = 60_000;
const toJwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
const session = { token: "t", session_id: "s", expires_in: 3600, expires_at: "1970-01-01T00:00:00Z" };

test("a session of an hour is renewed 5 minutes before its end, counted from receipt", () => {
  const held = holdSession(session, 1000);
  expect(held.expiresAt).toBe(1000 + 60 * MINUTE);
  expect(renewalTime(held)).toBe(1000 + 55 * MINUTE);
  expect(isLive(held, held.expiresAt - 1)).toBe(true);
  expect(isLive(held, held.expiresAt)).toBe(false);
  expect(isLive(null, 0)).toBe(false);
});

test("a session shorter than the margin is not renewed at once", () => {
  const held = holdSession({ ...session, expires_in: 60 }, 0);
  expect(renewalTime(held)).toBe(48_000);
});

test("an identity that came with the page ends when it says, a fresh one counts from now", () => {
  const jwt = toJwt({ iat: 100, exp: 3700, userId: "usr_1" });
  expect(holdIdentity(jwt, 0, false).expiresAt).toBe(3_700_000);
  // This machine's clock is an hour and more ahead: a token signed a moment ago must not look spent.
  expect(holdIdentity(jwt, 9_000_000, true).expiresAt).toBe(12_600_000);
});

test("what is no readable token never ends by this clock", () => {
  for (const jwt of ["", "abc", "a.b.c", toJwt([]), toJwt({ exp: "soon" })]) {
    expect(holdIdentity(jwt, 0, false).expiresAt).toBe(Infinity);
    expect(userOf(jwt)).toBeNull();
  }
  expect(userOf(toJwt({ userId: "Zoë" }))).toBe("Zoë");
  expect(userOf(undefined)).toBeNull();
});
