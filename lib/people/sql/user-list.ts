import "server-only";
import { z } from "zod";
import type { USER_COLUMNS, UserListParams } from "@/lib/people/schema";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { pageWindow, type Sort } from "@/lib/shared/list-params";

const place = z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() });
const row = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(["admin", "manager", "rep"]),
  status: z.enum(["invited", "active", "disabled"]),
  lastSignInAt: z.date().nullable(),
  unit: place.nullable(),
  managed: z.array(place),
  total: z.coerce.number(),
});
export type UserRow = z.infer<typeof row>;

type Column = (typeof USER_COLUMNS)[number];
const byColumn = (locale: string): Record<Column, Prisma.Sql> => ({
  name: locale === "en" ? Prisma.sql`coalesce(p.name_en, p.name)` : Prisma.sql`p.name`,
  email: Prisma.sql`p.email`,
  role: Prisma.sql`p.role`,
  status: Prisma.sql`p.status`,
  unit:
    locale === "en"
      ? Prisma.sql`coalesce(m.unit->>'nameEn', m.unit->>'name')`
      : Prisma.sql`m.unit->>'name'`,
  lastSignIn: Prisma.sql`p.last_sign_in_at`,
});

function orderBy(sort: Sort<Column>, locale: string): Prisma.Sql {
  const descending = sort.startsWith("-");
  const column = byColumn(locale)[(descending ? sort.slice(1) : sort) as Column];
  return descending
    ? Prisma.sql`${column} DESC NULLS LAST, p.id`
    : Prisma.sql`${column} ASC NULLS LAST, p.id`;
}

function conditions(params: UserListParams, resetRequested: readonly string[]): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (params.q) {
    const pattern = `%${params.q.replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(
      Prisma.sql`(p.name ILIKE ${pattern} OR p.name_en ILIKE ${pattern} OR p.email ILIKE ${pattern})`,
    );
  }
  if (params.role) parts.push(Prisma.sql`p.role = ${params.role}::role`);
  if (params.status === "resetRequested") {
    parts.push(Prisma.sql`p.id = ANY (${[...resetRequested]}::uuid[])`);
  } else if (params.status) parts.push(Prisma.sql`p.status = ${params.status}::user_status`);
  if (params.unit) parts.push(Prisma.sql`m.unit->>'id' = ${params.unit}`);
  return Prisma.join(parts, " AND ");
}

/**
 * One page of the people, with the unit each belongs to and the units each runs today.
 * @param options.resetRequested ids of those who asked for a new password, for that filter
 * @param options.locale names are sorted as they are shown in this language
 */
export async function userList(
  tx: Tx,
  params: UserListParams,
  { resetRequested, locale }: { resetRequested: readonly string[]; locale: string },
): Promise<{ rows: UserRow[]; total: number }> {
  const { limit, offset } = pageWindow(params);
  const rows = z.array(row).parse(
    await tx.$queryRaw`
      WITH day AS (SELECT business_today() AS today)
      SELECT p.id::text, p.name, p.name_en AS "nameEn", p.email, p.role::text, p.status::text,
        p.last_sign_in_at AS "lastSignInAt", m.unit, coalesce(r.managed, '[]') AS managed, count(*) OVER () AS total
      FROM "user" p
      LEFT JOIN LATERAL (
        SELECT jsonb_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en) AS unit
        FROM assignment a JOIN unit u ON u.id = a.unit_id, day
        WHERE a.user_id = p.id AND a.kind = 'member' AND today >= a.valid_from AND today < a.valid_to
      ) m ON true
      LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'nameEn', u.name_en) ORDER BY u.name) AS managed
        FROM assignment a JOIN unit u ON u.id = a.unit_id, day
        WHERE a.user_id = p.id AND a.kind = 'manager' AND today >= a.valid_from AND today < a.valid_to
      ) r ON true
      WHERE ${conditions(params, resetRequested)}
      ORDER BY ${orderBy(params.sort ?? "name", locale)}
      LIMIT ${limit} OFFSET ${offset}`,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
