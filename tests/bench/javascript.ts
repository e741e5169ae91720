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
 * charts and prefetched parts of other pages included; the heaviest first. Each is compressed here,
 * so that the result does not depend on the server.
 */
export async function javascriptOf(page: Page, address: string): Promise<Script[]> {
  const answers: Response[] = [];
  const note = (response: Response) => void answers.push(response);
  page.on("response", note);
  await page.goto(address);
  await untilAtRest(page);
  page.off("response", note);
  const scripts = answers.filter((answer) => isScript(answer) && answer.ok());
  const weighed = await Promise.all(
    scripts.map(async (answer) => ({
      path: new URL(answer.url()).pathname,
      bytes: gzipSync(await answer.body()).length,
    })),
  );
  return weighed.toSorted((a, b) => b.bytes - a.bytes);
}

export function sumOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, { bytes }) => sum + bytes, 0);
}

function isScript(answer: Response): boolean {
  return /javascript/.test(answer.headers()["content-type"] ?? "");
}
