import { jsonLines } from "@/lib/shared/json-lines";

/** What a running check or import tells while it works. */
export type RunProgress =
  | { step: "upload"; file: string; share: number }
  | { step: "read"; file: string; rows: number }
  | { step: "apply"; kind: string };

export type RunError = { code: string; details?: Record<string, string | number> };
export type RunOutcome = { ok: true; done: string } | { ok: false; error: RunError };

type Line = RunProgress | { done: string } | { error: RunError };

async function refusalOf(response: Response): Promise<RunError> {
  const body: unknown = await response.json().catch(() => null);
  const error = (body as { error?: RunError } | null)?.error;
  return error ?? { code: "unexpected" };
}

/** Sends a file in parts of at most `partSize` bytes; resolves to an error or null. */
export async function sendFile(
  uploadId: string,
  file: File,
  partSize: number,
  onProgress: (progress: RunProgress) => void,
): Promise<RunError | null> {
  const parts = Math.max(1, Math.ceil(file.size / partSize));
  for (let part = 0; part < parts; part++) {
    onProgress({ step: "upload", file: file.name, share: part / parts });
    const query = new URLSearchParams({ name: file.name, part: String(part) });
    if (part === parts - 1) query.set("size", String(file.size));
    const body = file.slice(part * partSize, (part + 1) * partSize);
    try {
      const response = await fetch(`/api/upload/${uploadId}?${query}`, { method: "PUT", body });
      if (!response.ok) return await refusalOf(response);
    } catch {
      return { code: "importPartial", details: { file: file.name } };
    }
  }
  return null;
}

/** Starts a check or an import and follows it to its end. */
export async function followRun(
  uploadId: string,
  input: { mode: "check" | "import"; aliases: readonly object[] },
  onProgress: (progress: RunProgress) => void,
): Promise<RunOutcome> {
  try {
    const response = await fetch(`/api/upload/${uploadId}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    if (!response.ok || !response.body) return { ok: false, error: await refusalOf(response) };
    for await (const line of jsonLines<Line>(response.body)) {
      if ("done" in line) return { ok: true, done: line.done };
      if ("error" in line) return { ok: false, error: line.error };
      onProgress(line);
    }
  } catch {
    // The connection broke; the work goes on without us.
  }
  return { ok: false, error: { code: "importInterrupted" } };
}
