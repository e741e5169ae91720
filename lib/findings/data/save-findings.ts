import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { namesOf } from "@/lib/platform/db/named";
import { type BusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import { findingTitle } from "../domain/finding-title";
import { fingerprintOf, foundAgain } from "../domain/identity";
import { FINDING_STATUSES } from "../domain/kinds";
import type { Tested } from "../domain/look";
import type { Ruled } from "../domain/ruled";
import { tellOf } from "./tell-of";

/** A look that is over. */
export type Look = {
  root: string;
  asOf: BusinessDate;
  requestedById: string | null;
  tests: number;
  found: readonly (Tested | Ruled)[];
  milliseconds: number;
};

/** How many findings the look told, and how many of them are new or have returned. */
export type Told = { found: number; fresh: number };

/**
 * Keeps what a look found: the same finding is updated, never doubled; a dismissed one stays dismissed
 * unless it is worse by half; what earlier looks over the same unit found and this one does not is no
 * longer current. Who leads where something new was found is told. Two looks at once wait for each other.
 */
export async function saveFindings(tx: Tx, look: Look): Promise<Told> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('findings'))`;
  const { root, asOf, requestedById, tests, milliseconds } = look;
  const known = await knownFindings(tx, look.found);
  const rows = await rowsOf(tx, look, known);
  const told = { found: rows.length, fresh: rows.filter(({ fresh }) => fresh).length };
  const { id } = await tx.findingRun.create({
    data: {
      rootUnitId: root,
      asOf: toUtcMidnight(asOf),
      requestedById,
      tests,
      milliseconds,
      ...told,
    },
    select: { id: true },
  });
  const prints = rows.map(({ fingerprint }) => fingerprint);
  await tx.$executeRaw`UPDATE finding f SET current = false, updated_at = now() FROM finding_run r
    WHERE r.id = f.run_id AND r.root_unit_id = ${root}::uuid AND f.current AND NOT f.fingerprint = ANY (${prints}::text[])`;
  await upsert(tx, rows, id);
  const fresh = rows.filter((row) => row.fresh).map(({ fingerprint }) => fingerprint);
  if (fresh.length > 0) await tellOf(tx, Prisma.sql`fingerprint = ANY (${fresh}::text[])`);
  return told;
}

const knownRow = z.object({
  fingerprint: z.string(),
  status: z.enum(FINDING_STATUSES),
  dismissedSeverity: z.number().nullable(),
  reason: z.string().nullable(),
});

type KnownRow = z.infer<typeof knownRow>;

/** Locked, so that nobody decides on them meanwhile. */
async function knownFindings(tx: Tx, found: Look["found"]): Promise<Map<string, KnownRow>> {
  const prints = found.map(({ about, evidence }) => fingerprintOf(about, evidence));
  const rows = await tx.$queryRaw`
    SELECT fingerprint, status::text, dismissed_severity AS "dismissedSeverity", reason
    FROM finding WHERE fingerprint = ANY (${prints}::text[]) FOR UPDATE`;
  return new Map(
    z
      .array(knownRow)
      .parse(rows)
      .map((row) => [row.fingerprint, row]),
  );
}

type FindingRow = { fingerprint: string; fresh: boolean } & Record<string, unknown>;

async function rowsOf(tx: Tx, look: Look, known: Map<string, KnownRow>): Promise<FindingRow[]> {
  const ids = look.found.flatMap(({ about }) => Object.values(about));
  const names = await namesOf(tx, ids);
  return look.found.map((one): FindingRow => {
    const { about, evidence, kind, n, severity } = one;
    // An estimate: cents would only look exact.
    const size = one.size === null ? null : Math.round(one.size);
    const fingerprint = fingerprintOf(about, evidence);
    const { title, titleEn } = findingTitle(about, evidence, (id) => names.get(id));
    return {
      ...{ fingerprint, kind, size, sample_size: n, severity, evidence, title, title_en: titleEn },
      ...foundAgain(known.get(fingerprint), severity),
      // A row that says dismissed must say why, also where it only updates.
      reason: known.get(fingerprint)?.reason ?? null,
      ...{ p: "p" in one ? one.p : null, q: "q" in one ? one.q : null, found_on: look.asOf },
      ...{ unit_id: about.unitId, user_id: about.userId, product_id: about.productId },
      ...{ stage_id: about.stageId, theme_id: about.themeId, competitor_id: about.competitorId },
    };
  });
}

/** A person's form stays valid while only figures change; a finding that returns asks to be looked at again. */
async function upsert(tx: Tx, rows: readonly FindingRow[], runId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO finding (kind, status, fingerprint, unit_id, user_id, product_id, stage_id, theme_id, competitor_id,
      title, title_en, evidence, size, sample_size, p, q, severity, found_on, reason, run_id)
    SELECT kind, status, fingerprint, unit_id, user_id, product_id, stage_id, theme_id, competitor_id,
      title, title_en, evidence, size, sample_size, p, q, severity, found_on, reason, ${runId}::uuid
    FROM jsonb_populate_recordset(NULL::finding, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (fingerprint) DO UPDATE SET status = excluded.status, title = excluded.title, title_en = excluded.title_en,
      evidence = excluded.evidence, size = excluded.size, sample_size = excluded.sample_size, p = excluded.p, q = excluded.q,
      severity = excluded.severity, found_on = excluded.found_on, run_id = excluded.run_id, current = true,
      dismissed_severity = CASE WHEN excluded.status = 'dismissed' THEN finding.dismissed_severity END,
      version = finding.version + (excluded.status <> finding.status)::int, updated_at = now()`;
}
