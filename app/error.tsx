"use client";
import "./globals.css";
import { Button } from "@/ui/part/button";
import { NarrowFrame } from "@/ui/shell/narrow-frame";

/** A bug of ours: nothing of what was inside, and the number by which the operator finds it in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <NarrowFrame
      title="Something went wrong on our side"
      lead={`Try again in a moment.${error.digest ? ` If it stays, tell whoever runs this installation the number ${error.digest}.` : ""}`}
    >
      <Button kind="primary" onClick={reset}>
        Try again
      </Button>
    </NarrowFrame>
  );
}
