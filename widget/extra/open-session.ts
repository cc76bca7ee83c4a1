import { toFailure } from "../talk/failure";
import { readJson } from "../talk/gateway";
import type { Transport } from "../talk/transport";
import type { Challenge, SessionAnswer, SessionAsking } from "../wire";

export interface SessionWorld {
  transport: Transport;
  /** What a session is asked with. */
  asking(): Promise<SessionAsking>;
  /** The body of a refused request with the proof of work that was demanded for it. */
  prove(challenge: Challenge, body: unknown): Promise<object>;
}

/** Asks the gateway for a session that follows on `token`; answers a demand for proof of work, once. */
export async function openSession(
  { transport, asking, prove }: SessionWorld,
  token: string | null,
): Promise<SessionAnswer> {
  const body = await asking();
  const send = (body: unknown) => transport({ method: "POST", path: "/sessions", body, token });
  const answered = send(body).catch(async (thrown: unknown) => {
    const { challenge } = toFailure(thrown).problem;
    if (!challenge) throw thrown;
    return send(await prove(challenge, body));
  });
  return readJson(await answered, "token");
}
