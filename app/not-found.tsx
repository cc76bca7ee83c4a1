import "./globals.css";
import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/ui/part/button";
import { NarrowFrame } from "@/ui/shell/narrow-frame";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <NarrowFrame
      title="There is nothing behind this door"
      lead="The page does not exist, or it belongs to a tenant you are not a member of. We say the same in both cases."
    >
      <Button asChild>
        <Link href="/">Go to the start</Link>
      </Button>
    </NarrowFrame>
  );
}
