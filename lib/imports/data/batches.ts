import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Mapping } from "../domain/mapping";
import type { Alias, ImportReport, KeptRejection } from "../domain/report";

import { rememberCreated } from "./apply-records";

/** JSON as PostgreSQL takes it: cells of a damaged file may hold the character 0, `jsonb` may not. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\0", "") : part,
  );
}

/** Opens the record of a run; everything the run changes points to it. */
export async function openBatch(
  tx: Tx,
  batch: string,
  mapping: Mapping,
  files: unknown,
  userId: string | null,
): Promise<void> {
  await tx.$executeRaw`INSERT INTO import_batch (id, source, title, mapping, files, counts, notes, created_by_id)
    VALUES (${batch}::uuid, ${mapping.source}, ${mapping.title ?? null}, ${jsonText(mapping)}::jsonb,
      ${jsonText(files)}::jsonb, '[]', '{}', ${userId}::uuid)`;
}

/** Closes the record of a run with what it did. */
export async function closeBatch(tx: Tx, batch: string, report: ImportReport): Promise<void> {
  const { counts, valueNotes, blankNotes, aliases, missing, unmatched, milliseconds } = report;
  const notes = { valueNotes, blankNotes, aliases, missing, unmatched, milliseconds };
  await tx.$executeRaw`UPDATE import_batch SET counts = ${jsonText(counts)}::jsonb,
    notes = ${jsonText(notes)}::jsonb WHERE id = ${batch}::uuid`;
}

/** Keeps aliases a person has confirmed; a value confirmed anew means the new target. */
export async function saveAliases(
  tx: Tx,
  source: string,
  aliases: readonly Alias[],
  userId: string | null,
): Promise<void> {
  for (const { kind, value, target } of aliases) {
    await tx.$executeRaw`INSERT INTO import_alias AS a (source, kind, value, target, created_by_id)
      VALUES (${source}, ${kind}, lower(btrim(${value})), ${target}, ${userId}::uuid)
      ON CONFLICT (source, kind, value) DO UPDATE SET target = excluded.target WHERE a.target <> excluded.target`;
  }
}

/** Pipeline stages the mapping speaks of; those nobody has under either name are added at the end. */
export async function ensureStages(tx: Tx, mapping: Mapping, batch: string): Promise<void> {
  for (const { name, nameEn = null, kind, probability } of mapping.stages ?? []) {
    const id = randomUUID();
    const added =
      await tx.$executeRaw`INSERT INTO pipeline_stage (id, name, name_en, kind, probability, position)
      SELECT ${id}::uuid, ${name}, ${nameEn}, ${kind}::stage_kind, ${probability}::numeric,
        (SELECT coalesce(max(position), 0) + 1 FROM pipeline_stage)
      WHERE NOT EXISTS (SELECT FROM pipeline_stage p WHERE lower(p.name) = lower(${name}) OR lower(p.name_en) = lower(${name}))`;
    if (added > 0)
      await rememberCreated(tx, "pipeline_stage", batch, Prisma.sql`SELECT ${id}::uuid AS id`);
  }
}

/** What rejected rows belong to: a confirmed batch or the dry run of an upload. */
export type RejectionOwner = { batchId: string } | { uploadId: string };

/** Keeps rejected rows with their cells, two thousand to a statement. */
export async function saveRejections(
  tx: Tx,
  owner: RejectionOwner,
  rejections: readonly KeptRejection[],
): Promise<void> {
  const batchId = "batchId" in owner ? owner.batchId : null;
  const uploadId = "uploadId" in owner ? owner.uploadId : null;
  for (let at = 0; at < rejections.length; at += 2000) {
    const part = jsonText(rejections.slice(at, at + 2000));
    await tx.$executeRaw`INSERT INTO import_rejection (upload_id, batch_id, kind, file, row, reason, "column", value, cells)
      SELECT ${uploadId}::uuid, ${batchId}::uuid, r.kind, r.file, r.row, r.reason, r.column, r.value,
        ARRAY(SELECT jsonb_array_elements_text(r.cells))
      FROM jsonb_to_recordset(${part}::jsonb) AS r(kind text, file text, row int, reason text, "column" text, value text, cells jsonb)`;
  }
}
