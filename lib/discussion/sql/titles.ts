import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { named } from "@/lib/platform/db/named";
import { isRecordKind, type RecordKind, type RecordRef } from "@/lib/shared/record";

const row = named.extend({ kind: z.custom<RecordKind>(isRecordKind), id: z.string() });

/** What records are called, in the order given; those that may not be seen are missing. */
export async function titlesOf(tx: Tx, records: readonly RecordRef[]) {
  const kinds = records.map(({ kind }) => kind);
  const ids = records.map(({ id }) => id);
  const rows = await tx.$queryRaw`
    SELECT w.kind, w.id::text, r.title AS name, r.title_en AS "nameEn"
    FROM unnest(${kinds}::text[], ${ids}::uuid[]) WITH ORDINALITY AS w (kind, id, n)
      CROSS JOIN LATERAL app_record(w.kind, w.id) r
    ORDER BY w.n`;
  return z.array(row).parse(rows);
}
