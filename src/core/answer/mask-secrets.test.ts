import { expect, test } from "vitest";
import { maskSecrets } from "./mask-secrets";

// Put together here, so that no scanner takes them for real ones.
const secrets = [
  `${"sk"}-proj-${"a1B2".repeat(8)}`,
  `${"AKIA"}${"ABCD1234".repeat(2)}`,
  `${"ghp"}_${"abcD1".repeat(8)}`,
  `eyJhbGciOiJIUzI1NiJ9.${"eyJzdWIiOiI0MiJ9"}.c2lnbmF0dXJl`,
  "4242 4242 4242 4242",
  "4242-4242-4242-4242",
  "378282246310005",
  "DE89 3704 0044 0532 0130 00",
  "GB82WEST12345698765432",
  "078-05-1120",
  `-----BEGIN ${"RSA"} PRIVATE KEY-----\nabc\n-----END ${"RSA"} PRIVATE KEY-----`,
];

test.each(secrets)("%s is masked", (secret) => {
  const masked = maskSecrets(`Please look at ${secret}, it does not work.`);
  expect(masked).not.toContain(secret);
  expect(masked).toMatch(/^Please look at \[[a-z ]+ hidden\], it does not work\.$/);
});

test("what follows the word password or secret is masked", () => {
  expect(maskSecrets("my password: Tr0ub4dor and")).toBe("my password: [password hidden] and");
  expect(maskSecrets("api_key=abcdef123456")).toBe("api_key=[key hidden]");
});

test.each([
  ["Mein Passwort ist Geheim123!", "Geheim123"],
  ["Mein Passwort lautet Geheim123", "Geheim123"],
  ["The password is hunter22.", "hunter22"],
  ["My password for the shop is hunter22, why?", "hunter22"],
  ["password hunter22 does not work", "hunter22"],
  ["My password is now s3cret!pw", "s3cret!pw"],
  ["card declined, cvv 123", "123"],
  ["CVC: 1234", "1234"],
  ["my PIN is 4711", "4711"],
  ["PIN-Code 4711 wird nicht angenommen", "4711"],
  ["my token AbCdEf123456 is refused", "AbCdEf123456"],
  ["api key abcd1234efgh", "abcd1234efgh"],
  ["mi contraseña es Perro2024", "Perro2024"],
  ["mon mot de passe est Soleil42", "Soleil42"],
  ["minha senha é Gato2024", "Gato2024"],
  ["パスワードはhimitsu123です", "himitsu123"],
  ["パスワード：himitsu123", "himitsu123"],
  ["كلمة المرور هي Sirri2024", "Sirri2024"],
])("%s: what it tells is masked", (text, secret) => {
  const masked = maskSecrets(text);
  expect(masked).not.toContain(secret);
  expect(masked).toMatch(/\[(?:password|code|token|key) hidden\]/);
});

test.each([
  "The password is required and must be long.",
  "Das Passwort ist falsch, was nun?",
  "Ihr Passwort ist abgelaufen.",
  "Le mot de passe est obligatoire.",
  "La contraseña es obligatoria.",
  "A senha é obrigatória.",
  "パスワードは設定画面で変更します。",
  "The password is sent by e-mail within 5 minutes.",
  "A password has at least 12 characters.",
  "The PIN is printed on the letter.",
  "Enter the PIN 3 times.",
  "The token expires after 15 minutes.",
  "My password is wrong.",
  "The password e-mail did not arrive.",
  "The secret to soft wool is cold water.",
  "Order 4242424242424241 has not arrived.",
  "Call +49 30 1234567 or write to help@example.com.",
  "Version 2024.11.3 of 2026-11-21 12:30:00, part number 100-200-3000.",
  "The commit is 0123456789abcdef0123456789abcdef01234567.",
  "See https://www.example.com/a/very-long-path/with-Many-Words/1234567890123456/end.",
  "I forgot my password and the secret question.",
])("%s stays", (text) => {
  expect(maskSecrets(text)).toBe(text);
});

test("a long text costs little", () => {
  const began = performance.now();
  maskSecrets(`${"4 ".repeat(20_000)}${"a".repeat(20_000)} ${"AB12 ".repeat(5000)}`);
  expect(performance.now() - began).toBeLessThan(2000);
});
