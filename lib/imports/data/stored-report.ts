import { z } from "zod";
import { importKinds } from "../domain/import-kinds";

const referenceKind = z.enum([...importKinds, "stages"]);
const whole = z.number().int();

/** Counts by kind as a batch or a dry run has stored them. */
export const storedCounts = z.array(
  z.object({
    kind: z.enum(importKinds),
    created: whole,
    updated: whole,
    unchanged: whole,
    rejected: whole,
    repeated: whole,
    leftOut: whole,
    removed: whole,
  }),
);

export const storedFiles = z.array(
  z.object({ name: z.string(), header: z.array(z.string()), delimiter: z.string() }),
);

const alias = z.object({ kind: referenceKind, value: z.string(), target: z.string() });

/** What a run found worth saying, as stored with the batch. */
export const storedNotes = z.object({
  valueNotes: z.array(
    z.object({
      file: z.string(),
      column: z.string(),
      value: z.string(),
      suggestion: z.string().nullable(),
      rows: whole,
      firstRow: whole,
    }),
  ),
  blankNotes: z.array(
    z.object({ kind: z.enum(importKinds), file: z.string(), column: z.string(), rows: whole }),
  ),
  aliases: z.array(alias),
  missing: z.array(z.string()),
  unmatched: z.array(z.string()),
  milliseconds: z.number(),
});

/** The whole report of a dry run. */
export const storedReport = storedNotes.extend({
  batchId: z.string().nullable(),
  counts: storedCounts,
  files: storedFiles,
  proposals: z.array(alias.extend({ similarity: z.number(), rows: whole, clear: z.boolean() })),
});
