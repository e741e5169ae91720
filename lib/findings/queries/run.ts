import "server-only";
import { canEver } from "@/lib/people/domain/permissions";
import { read, system, write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import type { Scope } from "@/lib/platform/scope";
import { lookForFindings, topUnits } from "../data/look-for-findings";
import { lookRoots } from "../data/runs";
import { saveFindings, type Told } from "../data/save-findings";
import type { LookStep } from "../domain/look-step";

/** May the person start a look? Reps have nobody below them to compare. */
export const mayLook = (scope: Scope): boolean => canEver(scope, "finding.look");

/** One look at a time in a process: it reads much, and a second one would find the same. */
let looking = false;

async function look(scope: Scope, tell: (step: LookStep) => void): Promise<Told> {
  if (looking) throw new AppError("findingsBusy");
  looking = true;
  try {
    const told = { found: 0, fresh: 0 };
    for (const root of await read(scope, (tx) => lookRoots(tx, scope))) {
      const found = await read(scope, (tx) => lookForFindings(tx, root, tell));
      tell("saving");
      const saved = await write(scope, (tx) =>
        saveFindings(tx, { ...found, requestedById: scope.userId }),
      );
      told.found += saved.found;
      told.fresh += saved.fresh;
    }
    return told;
  } finally {
    looking = false;
  }
}

/**
 * Looks for findings in all the person leads and tells its progress, one JSON object a line; the last
 * line holds `done` or `error` (a code). The work goes on when the reader goes away.
 */
export function lookStream(scope: Scope): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let listening = true;
  return new ReadableStream({
    start(controller) {
      const tell = (line: object) => {
        if (listening) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      look(scope, (step) => tell({ step }))
        .then((done) => tell({ done }))
        .catch((error: unknown) => tell({ error: codeOf(error) }))
        .finally(() => {
          if (listening) controller.close();
        });
    },
    cancel() {
      listening = false;
    },
  });
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  logger.error({ err: error }, "a look for findings failed");
  return "unexpected";
}

/** Looks over the whole company after data was loaded, in nobody's name. */
export function lookAfterLoading(): Promise<Told[]> {
  return system("look for findings in what was loaded", async (tx) => {
    const told: Told[] = [];
    for (const root of await topUnits(tx))
      told.push(
        await saveFindings(tx, { ...(await lookForFindings(tx, root)), requestedById: null }),
      );
    return told;
  });
}
