"use client";
import "./globals.css";
import { Wordmark } from "@/ui/mark/mark";

/** A bug of ours: nothing of what was inside, and the number by which the operator finds it in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  // Every page carries this one: it is made of next to nothing.
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[400px] content-start gap-7 px-4 pt-[20vh] pb-16">
      <Wordmark />
      <div>
        <h1 className="font-semibold text-2xl tracking-tight">Something went wrong on our side</h1>
        <p className="mt-2 text-ink-soft">
          {`Try again in a moment.${error.digest ? ` If it stays, tell whoever runs this installation the number ${error.digest}.` : ""}`}
        </p>
      </div>
      <button
        type="button"
        onClick={reset}
        className="h-9 justify-self-start rounded-md bg-pine px-3.5 font-medium text-on-pine hover:bg-pine-strong"
      >
        Try again
      </button>
    </main>
  );
}
