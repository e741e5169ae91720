import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { ownRequests, requestsToAnswer } from "../data/requests";

/** Questions to the person about customers others may not see, and those the person asked. */
export function customerRequests(scope: Scope) {
  return read(scope, async (tx) => ({
    toAnswer: await requestsToAnswer(tx, scope),
    asked: await ownRequests(tx, scope),
  }));
}
