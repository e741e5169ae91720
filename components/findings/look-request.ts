import type { LookStep } from "@/lib/findings/domain/look-step";
import { jsonLines } from "@/lib/shared/json-lines";

type Done = { found: number; fresh: number };
type Line = { step: LookStep } | { done: Done } | { error: string };
export type LookOutcome = { ok: true; done: Done } | { ok: false; error: string };

/** Starts a look and follows it to its end. */
export async function followLook(onStep: (step: LookStep) => void): Promise<LookOutcome> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/findings", { method: "POST", headers });
    if (!response.ok || !response.body) {
      const body: unknown = await response.json().catch(() => null);
      return { ok: false, error: (body as { error?: string } | null)?.error ?? "unexpected" };
    }
    for await (const line of jsonLines<Line>(response.body)) {
      if ("done" in line) return { ok: true, done: line.done };
      if ("error" in line) return { ok: false, error: line.error };
      onStep(line.step);
    }
  } catch {
    // The connection broke; the look goes on without us.
  }
  return { ok: false, error: "unexpected" };
}
