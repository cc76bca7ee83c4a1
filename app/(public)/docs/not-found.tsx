import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/ui/part/button";

export const metadata: Metadata = { title: "Not found" };

/** Inside the documents' own frame, which has the landmarks. */
export default function NotFound() {
  return (
    <div className="mx-auto grid w-full max-w-3xl justify-items-start gap-4 px-4 py-16 sm:px-6">
      <h1 className="font-semibold text-2xl">There is no such page</h1>
      <p className="text-ink-soft">The documents begin with the quick start; every error code has a page of its own.</p>
      <Button asChild>
        <Link href="/docs/errors">All error codes</Link>
      </Button>
    </div>
  );
}
