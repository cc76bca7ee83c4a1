"use client";
import { Search, X } from "lucide-react";
import { classNames } from "../part/class-names";
import { Input } from "../part/field";
import { FilterSelect } from "../part/list-filter";
import { useUrlState, useUrlText } from "../part/url-state";
import { filterChoices } from "./inbox-filter";

/** Search and filters of the list; all of it stands in the address. */
export function InboxSearch({ origins, live }: { origins: string[]; live: boolean }) {
  const [get, set] = useUrlState();
  const [text, setText] = useUrlText("q");
  return (
    <div className="grid gap-2.5 border-b px-4 py-3.5">
      <div className="flex items-center justify-between">
        <h1 className="font-semibold text-[17px] tracking-tight">Conversations</h1>
        <span className="flex items-center gap-1.5 text-[13px] text-ink-faint" role="status">
          <span className={classNames("size-1.5 rounded-full", live ? "bg-good" : "bg-line-strong")} aria-hidden />
          {live ? "Live" : "Connecting…"}
        </span>
      </div>
      <div className="relative">
        <Search className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-ink-faint" aria-hidden />
        <Input
          type="search"
          data-inbox-search
          aria-label="Search conversations"
          placeholder="Words, user id or e-mail"
          className="pl-8"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="grid grid-cols-2 gap-2">
        {filterChoices(origins).map((choice) => (
          <FilterSelect
            key={choice.name}
            {...choice}
            className={classNames(
              "[&>select]:h-8 [&>select]:text-[13px] [&>svg]:top-2",
              get(choice.name) && "[&>select]:border-pine [&>select]:bg-pine-wash",
            )}
          />
        ))}
      </div>
      {get("user") && (
        <button
          type="button"
          onClick={() => set({ user: "" })}
          className="inline-flex w-fit items-center gap-1.5 rounded-full border border-pine-line bg-pine-wash px-2.5 py-0.5 text-[13px]"
        >
          User {get("user")} <X className="size-3.5" aria-hidden />
          <span className="sr-only">Show everybody</span>
        </button>
      )}
    </div>
  );
}
