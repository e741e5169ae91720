import { AppError, NotFoundError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import type { Scope } from "@/lib/platform/scope";
import { settleCustomers } from "@/lib/sales/data/rollups";
import { runUploadInput } from "../schema";
import { checkUpload, confirmUpload, type RunOptions } from "./uploads";

/** A run holds a connection for minutes, also one that waits for the other; the pages need the rest. */
const MOST_AT_ONCE = 2;
let running = 0;

async function run(scope: Scope, id: string, mode: "check" | "import", options: RunOptions) {
  if (running >= MOST_AT_ONCE) throw new AppError("importBusy");
  running += 1;
  try {
    if (mode === "import") return await confirmUpload(scope, id, options);
    await checkUpload(scope, id, options);
    return id;
  } finally {
    running -= 1;
  }
}

/**
 * Checks or imports an upload and tells its progress, one JSON object a line; the last line holds
 * `done` (the batch of an import) or `error` (a code). The work goes on when the reader goes away.
 * `afterImport` follows an import without anybody waiting for it.
 */
export function runStream(
  scope: Scope,
  id: string,
  input: unknown,
  afterImport: () => Promise<unknown>,
): ReadableStream<Uint8Array> {
  const { mode, aliases } = runUploadInput.parse(input);
  const encoder = new TextEncoder();
  let listening = true;
  return new ReadableStream({
    start(controller) {
      const tell = (line: object) => {
        if (listening) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      run(scope, id, mode, { aliases, onProgress: tell })
        .then((done) => {
          tell({ done });
          if (mode === "import") void settleCustomers().then(afterImport).catch(logFailure);
        })
        .catch((error: unknown) => tell({ error: errorLine(error) }))
        .finally(() => {
          if (listening) controller.close();
        });
    },
    cancel() {
      listening = false;
    },
  });
}

const logFailure = (error: unknown) =>
  logger.error({ err: error }, "what follows an import failed");

function errorLine(error: unknown) {
  if (error instanceof NotFoundError) return { code: "notFound" };
  if (error instanceof AppError) return { code: error.code, details: error.details };
  logger.error({ err: error }, "an import failed");
  return { code: "unexpected" };
}
