import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { untilAtRest } from "@/tests/e2e/support/at-rest";
import type { Visit } from "@/tests/e2e/support/pages";

export type Script = { path: string; bytes: number };

/** Bytes of JavaScript, gzip, that a page may load in all. */
export function budgetOf({ chart }: Visit): number {
  return chart ? 315_000 : 200_000;
}

/**
 * Opens an address and weighs every script the browser asks for until nothing loads any more,
 * charts and prefetched parts of other pages included; the heaviest first.
 */
export async function javascriptOf(page: Page, address: string): Promise<Script[]> {
  const weigh = watchScripts(page);
  await page.goto(address);
  await untilAtRest(page);
  return weigh();
}

/**
 * Notes from here on which scripts the page gets; the answer weighs them, the heaviest first. Each is
 * compressed here, so that the result does not depend on the server.
 */
export function watchScripts(page: Page): () => Promise<Script[]> {
  const scripts: Response[] = [];
  page.on("response", (answer) => {
    if (isScript(answer) && answer.ok()) scripts.push(answer);
  });
  return async () => {
    const weighed = await Promise.all(
      scripts.map(async (answer) => ({
        path: new URL(answer.url()).pathname,
        bytes: gzipSync(await answer.body()).length,
      })),
    );
    return weighed.toSorted((a, b) => b.bytes - a.bytes);
  };
}

export function sumOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

function isScript(answer: Response): boolean {
  return /javascript/.test(answer.headers()["content-type"] ?? "");
}
