import { ListFilter } from "../part/list-filter";
import { kindLabels, statusLabels } from "./source-filters";

/** Narrows the list of sources. */
export function SourceFilter() {
  return (
    <ListFilter
      search={{ name: "search", label: "Search sources" }}
      choices={[
        { name: "kind", label: "Kind", all: "All kinds", labels: kindLabels },
        { name: "status", label: "State", all: "Any state", labels: statusLabels },
      ]}
    />
  );
}
