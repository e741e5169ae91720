import type { FormResult } from "@/components/forms/form-errors";
import { PART_SIZE } from "@/lib/attachments/domain/attachment";
import type { RecordRef } from "@/lib/shared/record";

async function failed(response: Response): Promise<FormResult<never>> {
  const body: unknown = await response.json().catch(() => null);
  return { serverError: (body as { error?: object } | null)?.error ?? { code: "unexpected" } };
}

/** Sends a part; a connection that broke is tried twice more. */
async function sendPart(id: string, part: number, body: Blob): Promise<Response> {
  for (let tries = 1; ; tries++) {
    try {
      return await fetch(`/api/attachments/${id}?part=${part}`, { method: "PUT", body });
    } catch (error) {
      if (tries === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, tries * 1000));
    }
  }
}

/** Sends a file to a record, part by part; `onShare` hears how far it is, 0 to 1. */
export async function sendFile(
  record: RecordRef,
  file: File,
  onShare: (share: number) => void,
): Promise<FormResult<unknown>> {
  const opened = await fetch("/api/attachments", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ record, name: file.name, size: file.size }),
  });
  if (!opened.ok) return failed(opened);
  const { id } = (await opened.json()) as { id: string };
  const parts = Math.ceil(file.size / PART_SIZE);
  for (let part = 0; part < parts; part++) {
    onShare(part / parts);
    const sent = await sendPart(id, part, file.slice(part * PART_SIZE, (part + 1) * PART_SIZE));
    if (!sent.ok) return failed(sent);
  }
  onShare(1);
  const ended = await fetch(`/api/attachments/${id}`, { method: "POST" });
  return ended.ok ? { data: true } : failed(ended);
}
