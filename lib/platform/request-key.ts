import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { z } from "zod";

/** The key a form was sent with; `claimed` once a transaction has taken it. */
type RequestKey = { key: string; claimed: boolean };

const current = new AsyncLocalStorage<RequestKey>();
const keyed = z.object({ requestKey: z.guid() });

/** Runs an action under the key its input brings, if any. */
export function underRequestKey<T>(input: unknown, run: () => Promise<T>): Promise<T> {
  const found = keyed.safeParse(input);
  return found.success ? current.run({ key: found.data.requestKey, claimed: false }, run) : run();
}

/** The key of the request under way, for the first transaction that writes. */
export function requestKey(): RequestKey | undefined {
  const request = current.getStore();
  return request?.claimed ? undefined : request;
}
