export const kindLabels = {
  site: "Websites",
  page: "Web pages",
  file: "Files",
  text: "Texts",
  qa: "Questions & answers",
};
export const statusLabels = { working: "Being read", ready: "Ready", failed: "Failed" };

export interface SourceFilters {
  kind?: keyof typeof kindLabels;
  status?: keyof typeof statusLabels;
  search?: string;
}

/** The filters that an address says; what it cannot mean is left out. */
export function toSourceFilters(read: (name: string) => string | null | undefined): SourceFilters {
  const [kind, status, search] = [read("kind") ?? "", read("status") ?? "", read("search")?.slice(0, 200) ?? ""];
  return {
    ...(kind in kindLabels && { kind: kind as keyof typeof kindLabels }),
    ...(status in statusLabels && { status: status as keyof typeof statusLabels }),
    ...(search && { search }),
  };
}
