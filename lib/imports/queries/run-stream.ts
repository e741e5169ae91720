import { AppError, NotFoundError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import type { Scope } from "@/lib/platform/scope";
import { runUploadInput } from "../schema";
import { checkUpload, confirmUpload } from "./uploads";

/**
 * Checks or imports an upload and tells its progress, one JSON object a line; the last line holds
 * `done` (the batch of an import) or `error` (a code). The work goes on when the reader goes away.
 */
export function runStream(scope: Scope, id: string, input: unknown): ReadableStream<Uint8Array> {
  const { mode, aliases } = runUploadInput.parse(input);
  const encoder = new TextEncoder();
  let listening = true;
  return new ReadableStream({
    start(controller) {
      const tell = (line: object) => {
        if (listening) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const options = { aliases, onProgress: tell };
      const work =
        mode === "check" ? checkUpload(scope, id, options) : confirmUpload(scope, id, options);
      work
        .then((batch) => tell({ done: batch ?? id }))
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

function errorLine(error: unknown) {
  if (error instanceof NotFoundError) return { code: "notFound" };
  if (error instanceof AppError) return { code: error.code, details: error.details };
  logger.error({ err: error }, "an import failed");
  return { code: "unexpected" };
}
