// One procedure, asked by one request. The console's client and its cache weigh as much as all else of a page that only
// signs somebody in, and whoever comes to it has nothing of the console yet.
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { useState } from "react";
import type { ConsoleRouter } from "@/console/router";
import type { ApiError } from "../refusal-of";

type Inputs = inferRouterInputs<ConsoleRouter>;
type Outputs = inferRouterOutputs<ConsoleRouter>;
type Noun = "account" | "invitation";

interface State<Output> {
  data?: Output;
  error: ApiError | null;
  isPending: boolean;
  isSuccess: boolean;
}

interface Call<Input, Output> extends State<Output> {
  /** Asks; `then` gets what was answered. Whatever goes wrong is in `error`. */
  mutate(input: Input, then?: (output: Output) => void): void;
  /** Asks and answers; rejects with what went wrong. */
  mutateAsync(input: Input): Promise<Output>;
}

/** A procedure that changes something, with how it went. */
export function useCall<N extends Noun, P extends keyof Inputs[N] & keyof Outputs[N] & string>(
  noun: N,
  procedure: P,
): Call<Inputs[N][P], Outputs[N][P]> {
  type Output = Outputs[N][P];
  const [state, setState] = useState<State<Output>>({ error: null, isPending: false, isSuccess: false });
  const mutateAsync = async (input: Inputs[N][P]): Promise<Output> => {
    setState((before) => ({ ...before, error: null, isPending: true }));
    try {
      const data = (await ask(`${noun}.${procedure}`, input)) as Output;
      setState({ data, error: null, isPending: false, isSuccess: true });
      return data;
    } catch (thrown) {
      setState((before) => ({ ...before, error: thrown as ApiError, isPending: false }));
      throw thrown;
    }
  };
  const mutate: Call<Inputs[N][P], Output>["mutate"] = (input, then) => {
    mutateAsync(input).then(then, () => {});
  };
  return { ...state, mutate, mutateAsync };
}

/** The answer, or an error in the form in which the console's client has it; without `data` where nobody answered. */
async function ask(path: string, input: unknown): Promise<unknown> {
  const response = await fetch(`/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ json: input }),
  });
  const { result, error } = (await response.json()) as { result?: Wrapped; error?: Wrapped };
  if (!result) throw error?.json ?? new Error("no answer");
  return result.data?.json;
}

interface Wrapped {
  json?: unknown;
  data?: { json?: unknown };
}
