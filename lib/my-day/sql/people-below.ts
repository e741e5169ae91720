import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { reference } from "@/lib/platform/db/named";
import type { Scope } from "@/lib/platform/scope";
import type { Reference } from "@/lib/shared/named";

export type Person = Reference & { unitId: string };
const person: z.ZodType<Person> = reference.extend({ unitId: z.string() });

/** The reps whose day somebody may look at: the members of the units below today; at most 300. */
export async function repsBelow(tx: Tx, scope: Scope): Promise<Person[]> {
  if (scope.role === "rep") return [];
  const all = scope.role === "admin";
  const rows = await tx.$queryRaw`
    SELECT u.id::text, u.name, u.name_en AS "nameEn", a.unit_id::text AS "unitId"
    FROM assignment a JOIN "user" u ON u.id = a.user_id, (SELECT business_today() AS today) d
    WHERE a.kind = 'member' AND today >= a.valid_from AND today < a.valid_to AND u.role = 'rep'
      AND (${all} OR a.unit_id = ANY (${scope.unitIds}::uuid[])) AND u.id <> ${scope.userId}::uuid
    ORDER BY u.name, u.id LIMIT 300`;
  return z.array(person).parse(rows);
}

/** A rep of today by id, whoever asks; undefined for others. */
export async function repById(tx: Tx, id: string): Promise<Person | undefined> {
  const rows = await tx.$queryRaw`
    SELECT u.id::text, u.name, u.name_en AS "nameEn", a.unit_id::text AS "unitId"
    FROM assignment a JOIN "user" u ON u.id = a.user_id, (SELECT business_today() AS today) d
    WHERE u.id = ${id}::uuid AND a.kind = 'member' AND today >= a.valid_from AND today < a.valid_to LIMIT 1`;
  return z.array(person).parse(rows)[0];
}
