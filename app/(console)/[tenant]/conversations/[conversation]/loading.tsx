import { TranscriptSkeleton } from "@/ui/conversation/transcript-skeleton";

export default function Loading() {
  return <TranscriptSkeleton />;
}
