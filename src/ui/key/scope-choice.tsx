import type { inferRouterInputs } from "@trpc/server";
import type { ConsoleRouter } from "@/console/router";

export type Scope = NonNullable<inferRouterInputs<ConsoleRouter>["apiKey"]["create"]["scopes"]>[number];

const meanings: Record<Scope, string> = {
  sessions: "Begin sessions for your signed-in visitors",
  origins: "List, add and remove allowed origins, such as preview deployments",
  sources: "Write and remove knowledge",
  conversations: "Read, export and erase conversations",
};

interface ScopeChoiceProps {
  chosen: Scope[];
  onChange: (scopes: Scope[]) => void;
  error: string | undefined;
}

/** What a key may do. */
export function ScopeChoice({ chosen, onChange, error }: ScopeChoiceProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">It may</legend>
      {(Object.keys(meanings) as Scope[]).map((scope) => (
        <label key={scope} className="flex items-start gap-2.5">
          <input
            type="checkbox"
            className="mt-0.5 size-4 accent-(--pine)"
            checked={chosen.includes(scope)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
            }
          />
          <span>
            {meanings[scope]} <code className="font-mono text-ink-faint text-xs">{scope}</code>
          </span>
        </label>
      ))}
      {error && (
        <p role="alert" className="text-[13px] text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
