import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { competitors } from "../data/competitors";
import { lossReasons } from "../data/loss-reasons";
import { allStages } from "../data/stages";

/** Stages, loss reasons and competitors with how often each is used; for admins, who see all deals. */
export function pipelineSettings(scope: Scope) {
  return read(scope, async (tx) => ({
    stages: await allStages(tx),
    reasons: await lossReasons(tx),
    competitors: await competitors(tx),
  }));
}
