import { Check, X } from "lucide-react";
import type { Outputs } from "../outputs";
import { classNames } from "../part/class-names";

type Inspection = Outputs["signingSecret"]["inspect"];
type TokenCheck = Inspection["checks"][number];

const titles = { header: "Header", signature: "Signature", claims: "Claims" };

/** What the gateway would say, and to which part of the token. */
export function TokenVerdict({ inspection }: { inspection: Inspection }) {
  const { refusedWith, reason, checks } = inspection;
  return (
    <div role="status" className="overflow-hidden rounded-md border">
      <p
        className={classNames(
          "flex flex-wrap items-center gap-x-2 border-b px-3.5 py-2.5 font-medium",
          refusedWith ? "border-bad-line bg-bad-wash text-bad" : "border-pine-line bg-pine-wash text-good",
        )}
      >
        {refusedWith ? <X className="size-4" aria-hidden /> : <Check className="size-4" aria-hidden />}
        {refusedWith ? "Would be refused" : "Would be accepted"}
        {refusedWith && <code className="font-mono font-normal text-[13px]">{refusedWith}</code>}
        {reason && <span className="font-normal text-[13px]">{reason}</span>}
      </p>
      <table className="w-full text-left text-[13px]">
        <tbody className="divide-y">
          {checks.map((check) => (
            <CheckRow key={`${check.part} ${check.name}`} check={check} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CheckRow({ check: { part, name, value, ok, words } }: { check: TokenCheck }) {
  return (
    <tr className={classNames("align-top", !ok && "bg-bad-wash/60")}>
      <th scope="row" className="w-40 px-3.5 py-2 font-normal max-sm:w-28">
        <span className="flex items-center gap-2">
          {ok ? (
            <Check className="size-4 shrink-0 text-good" aria-label="right" />
          ) : (
            <X className="size-4 shrink-0 text-bad" aria-label="wrong" />
          )}
          <span className="font-mono">{name || titles[part]}</span>
        </span>
      </th>
      <td className="py-2 pr-3.5">
        <code className="block break-all font-mono">{value ?? (name ? "missing" : "")}</code>
        <span className={ok ? "text-ink-faint" : "text-bad"}>{words}</span>
      </td>
    </tr>
  );
}
