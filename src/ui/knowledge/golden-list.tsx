"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ListChecks, Play, Square, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { hasCharacters, ListFilter } from "../part/list-filter";
import { Moment } from "../part/moment";
import { Empty, Section } from "../part/section";
import { toast } from "../part/toast";
import { useUrlState } from "../part/url-state";
import { useMay } from "../shell/role";

type Golden = Outputs["golden"]["list"][number];

/** So few need no filter. */
const FEW = 4;
const outcomes = { passed: "Passed", failed: "Failed", new: "Not run" };

/** The test set with its last outcome, and the button that runs it. */
export function GoldenList({ tenantId, initial }: { tenantId: string; initial: Golden[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const may = useMay("admin");
  const list = useQuery({
    ...api.golden.list.queryOptions({ tenantId }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.some(({ waiting }) => waiting) ? 1_500 : false),
  });
  const left = list.data.filter(({ waiting }) => waiting).length;
  useOutcome(list.data, left);
  const [get] = useUrlState();
  const rows = list.data.filter(
    (golden) => hasCharacters(get("q"), golden.question) && (get("show") === "" || get("show") === toOutcome(golden)),
  );
  const refresh = () => queries.invalidateQueries(api.golden.pathFilter());
  const run = useMutation(
    api.golden.run.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: refresh,
    }),
  );
  const onError = (error: { message: string }) => {
    toast.error(error.message);
  };
  const add = useMutation(api.golden.add.mutationOptions({ onError, onSettled: refresh }));
  const remove = useMutation(api.golden.remove.mutationOptions({ onError, onSettled: refresh }));
  const removeWithUndo = (golden: Golden) => {
    const undo = () => add.mutate({ tenantId, ...toExpected(golden) });
    const onSuccess = () => toast("The question is off the test set", { action: { label: "Undo", onClick: undo } });
    remove.mutate({ tenantId, id: golden.id }, { onSuccess });
  };
  const stop = useMutation(api.golden.stop.mutationOptions({ onError, onSettled: refresh }));
  const isRunning = left > 0;
  const ran = list.data.filter(({ passed }) => passed !== null);
  const passed = ran.filter((one) => one.passed).length;
  const last = ran.reduce<Date | null>((at, { runAt }) => (runAt && (!at || runAt > at) ? runAt : at), null);
  return (
    <Section
      flush
      title="Questions"
      description={
        isRunning ? (
          <Progress asked={list.data.length - left} all={list.data.length} />
        ) : last ? (
          <>
            {passed} of {ran.length} passed · run <Moment at={last} />
          </>
        ) : (
          "Run them after every change of the knowledge: what was answered well stays answered well."
        )
      }
      action={
        may && (
          <div className="flex gap-2">
            {isRunning && (
              <Button busy={stop.isPending} onClick={() => stop.mutate({ tenantId })}>
                {!stop.isPending && <Square aria-hidden />} Stop
              </Button>
            )}
            <Button
              kind="primary"
              busy={run.isPending || isRunning}
              disabled={list.data.length === 0}
              onClick={() => run.mutate({ tenantId })}
            >
              {!run.isPending && !isRunning && <Play aria-hidden />} Run all
            </Button>
          </div>
        )
      }
    >
      {list.data.length === 0 ? (
        <Empty icon={<ListChecks />} title="No questions yet">
          Add the questions that must not go wrong, each with what its answer has to be.
        </Empty>
      ) : (
        <>
          {(list.data.length > FEW || rows.length < list.data.length) && (
            <div className="border-b p-3 sm:px-5">
              <ListFilter
                search={{ name: "q", label: "Search questions" }}
                choices={[{ name: "show", label: "Outcome", all: "Any outcome", labels: outcomes }]}
              />
            </div>
          )}
          {rows.length === 0 && <p className="px-5 py-4 text-ink-soft">No question is like that.</p>}
          <ul className="divide-y">
            {rows.map((golden) => (
              <li key={golden.id} className="flex items-start gap-3 px-4 py-3.5 sm:px-5">
                <div className="min-w-0 flex-1">
                  <p className="break-words font-medium" dir="auto">
                    {golden.question}
                  </p>
                  <p className="mt-0.5 break-words text-[13px] text-ink-faint">{toExpectation(golden)}</p>
                  {golden.outcome && !golden.waiting && (
                    <p className="mt-1 break-words text-[13px] text-bad">{golden.outcome}</p>
                  )}
                </div>
                {golden.waiting ? (
                  <Badge tone="warn">Waiting</Badge>
                ) : golden.passed === null ? (
                  <Badge>Not run</Badge>
                ) : (
                  <Badge tone={golden.passed ? "good" : "bad"}>{golden.passed ? "Passed" : "Failed"}</Badge>
                )}
                {may && (
                  <Button
                    kind="quiet"
                    size="icon"
                    aria-label={`Remove ${golden.question}`}
                    busy={remove.isPending && remove.variables.id === golden.id}
                    onClick={() => removeWithUndo(golden)}
                  >
                    <Trash2 aria-hidden />
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** As it was added. */
function toExpected({ question, expects, sourceId, text }: Golden) {
  if (expects === "source") return { question, expects, sourceId: sourceId ?? "" };
  return expects === "text" ? { question, expects, text: text ?? "" } : { question, expects };
}

function toOutcome({ passed }: Golden): keyof typeof outcomes {
  return passed === null ? "new" : passed ? "passed" : "failed";
}

function Progress({ asked, all }: { asked: number; all: number }) {
  return (
    <span className="grid gap-1.5">
      <span>
        {asked} of {all} asked
      </span>
      <span
        role="progressbar"
        aria-label="Questions asked"
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={asked}
        className="block h-1 w-full max-w-xs overflow-hidden rounded-full bg-raised"
      >
        <span
          className="block h-full rounded-full bg-pine transition-[width]"
          style={{ width: `${(100 * asked) / all}%` }}
        />
      </span>
    </span>
  );
}

/** Says how a run went when its last question has been asked. */
function useOutcome(questions: Golden[], left: number): void {
  const before = useRef(left);
  useEffect(() => {
    if (before.current > 0 && left === 0) {
      const failed = questions.filter(({ passed }) => passed === false).length;
      toast(failed === 0 ? `All ${questions.length} passed` : `${failed} of ${questions.length} failed`);
    }
    before.current = left;
  }, [questions, left]);
}

function toExpectation({ expects, sourceTitle, text }: Golden): string {
  if (expects === "nothing") return "Must be an honest “I don’t know”";
  if (expects === "text") return `Must hold “${text}”`;
  return sourceTitle ? `Must cite ${sourceTitle}` : "Must cite a source that was removed";
}
