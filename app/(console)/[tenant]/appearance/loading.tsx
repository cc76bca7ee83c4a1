import { PageSkeleton } from "@/ui/part/page-skeleton";

export default function Loading() {
  return <PageSkeleton />;
}
