import "server-only";
import { openHandOver, requestsToMe } from "@/lib/deals/data/hand-overs";
import { dealShares } from "@/lib/deals/sql/deal-shares";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";

/** The requests to take over a deal that wait for the person. */
export function handOverRequests(scope: Scope) {
  return read(scope, requestsToMe);
}

/** Who is credited for a deal and who was asked to take it over. */
export function dealCredit(scope: Scope, dealId: string) {
  return read(scope, async (tx) => ({
    shares: await dealShares(tx, dealId),
    handOver: await openHandOver(tx, dealId),
  }));
}
