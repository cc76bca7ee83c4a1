import { useState } from "react";

/** A name for one press of one button; the server makes one thing of however many requests carry it. */
export function newSubmission(): string {
  // crypto.randomUUID is missing where the console is opened over plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The same for as long as a dialog is open. */
export function useSubmission(): string {
  return useState(newSubmission)[0];
}

/** One for each thing that a form makes: `next` names the one after. */
export function useSubmissions(): { submission: string; next: () => void } {
  const [submission, setSubmission] = useState(newSubmission);
  return { submission, next: () => setSubmission(newSubmission()) };
}
