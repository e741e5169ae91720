import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { accepted, applyRecords, type Column } from "./apply-records";
import { mapped, mappedColumns, sourceColumns } from "./columns";
import { applyMemberships } from "./memberships";
import type { RunContext } from "./run-context";
import { given, refuse, type Stage } from "./stage";

/** A person who is there already without a source, known by the same e-mail address, is the one meant. */
export async function adoptByEmail(tx: Tx, stage: Stage): Promise<void> {
  if (!stage.fields.includes("email")) return;
  const email = given("email");
  await tx.$executeRaw`UPDATE ${stage.table} s SET id = t.id, existed = true FROM "user" t
    WHERE NOT s.existed AND s.reason IS NULL AND t.source IS NULL AND t.email = lower(${email})`;
  const shape = Prisma.sql`${email} !~ '^[^@[:space:]]+@[^@[:space:]]+$'`;
  await refuse(tx, stage, "email", "email", shape);
  const taken = Prisma.sql`EXISTS (SELECT FROM "user" t WHERE t.email = lower(${email}) AND t.id <> s.id)`;
  await refuse(tx, stage, "email", "email", taken);
  const twice = Prisma.sql`EXISTS (SELECT FROM ${stage.table} o WHERE o.reason IS NULL
    AND lower(o."f_email") = lower(${email}) AND (o.file, o.row) < (s.file, s.row))`;
  await refuse(tx, stage, "email", "email", twice);
}

/** A unit has one manager: of two in the file the first counts. */
export async function refuseSecondManager(tx: Tx, stage: Stage): Promise<void> {
  const twice = Prisma.sql`${given("role")} = 'manager' AND EXISTS (SELECT FROM ${stage.table} o WHERE o.reason IS NULL
    AND o."f_role" = 'manager' AND o."r_unit" = s."r_unit" AND (o.file, o.row) < (s.file, s.row))`;
  await refuse(tx, stage, "manager", "unit", twice);
}

/**
 * Writes people and the units they belong to or manage. Nobody loses the admin role to a file, nor to a
 * blank cell the address they sign in with.
 */
export async function applyReps(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  const role: Column = stage.fields.includes("role")
    ? {
        name: "role",
        type: "role",
        value: Prisma.sql`CASE WHEN t.role = 'admin' THEN 'admin' ELSE coalesce(${given("role")}, 'rep') END`,
      }
    : { name: "role", type: "role", value: Prisma.sql`'rep'`, onlyNew: true };
  const email: Column[] = stage.fields.includes("email")
    ? [
        {
          name: "email",
          type: "text",
          value: Prisma.sql`coalesce(lower(${given("email")}), t.email)`,
        },
      ]
    : [];
  const columns = [
    ...mappedColumns(stage, [
      { field: "name", name: "name", type: "text" },
      { field: "nameEn", name: "name_en", type: "text" },
      { field: "hiredOn", name: "hired_on", type: "date" },
      { field: "leftOn", name: "left_on", type: "date" },
    ]),
    role,
    ...email,
    ...sourceColumns(run.source),
  ];
  await applyRecords(tx, { table: "user", columns, rows: accepted(stage) }, run.batch);
  const starts = mapped(stage, "validFrom", Prisma.sql`NULL`);
  await applyMemberships(
    tx,
    {
      table: "assignment",
      owner: "user_id",
      target: "unit_id",
      rows: Prisma.sql`(SELECT s.id, s."r_unit" AS target, (${starts})::date AS starts,
        CASE WHEN s."f_role" = 'manager' THEN 'manager' ELSE 'member' END AS kind FROM ${accepted(stage)} s)`,
      conflict: Prisma.sql`b.user_id = w.id OR (w.kind = 'manager' AND b.unit_id = w.target)`,
      kind: true,
    },
    run.validFrom,
    run.batch,
  );
}
