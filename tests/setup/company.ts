import { type Scope, scopeOf } from "@/lib/platform/scope";
import { query } from "@/tests/setup/database";

const UNITS = {
  Company: "company",
  East: "region",
  West: "region",
  E1: "team",
  E2: "team",
  W1: "team",
};
const PARENTS = { East: "Company", West: "Company", E1: "East", E2: "East", W1: "West" } as const;
const PEOPLE = {
  Ada: "admin",
  Mia: "manager",
  Max: "manager",
  Rae: "rep",
  Rob: "rep",
  Ray: "rep",
  Wes: "rep",
};
const PLACES = [
  ["Mia", "East", "manager"],
  ["Max", "West", "manager"],
  ["Rae", "E1", "member"],
  ["Rob", "E1", "member"],
  ["Ray", "E2", "member"],
  ["Wes", "W1", "member"],
] as const;
const STAGES = {
  Prospecting: "open,1,0.1",
  Proposal: "open,2,0.5",
  Won: "won,3,1",
  Lost: "lost,4,0",
};

/**
 * A small company in the file's own database: Company → East (teams E1, E2), West (team W1). Mia
 * manages East, Max West; Rae and Rob are in E1, Ray in E2, Wes in W1; Ada is the admin. Ids by name.
 */
export async function createCompany() {
  await query(
    "INSERT INTO organisation (id, name, base_currency, time_zone) VALUES (1, 'Test', 'USD', 'UTC')",
  );
  const unit = await insert(UNITS, "INSERT INTO unit (name, type) VALUES ($1, $2::unit_type)");
  for (const [child, parent] of entries(PARENTS))
    await query("INSERT INTO unit_edge (unit_id, parent_id) VALUES ($1, $2)", [
      unit[child],
      unit[parent],
    ]);
  const user = await insert(
    PEOPLE,
    `INSERT INTO "user" (name, role, status) VALUES ($1, $2::role, 'active')`,
  );
  for (const [person, place, kind] of PLACES)
    await query(
      "INSERT INTO assignment (user_id, unit_id, kind) VALUES ($1, $2, $3::assignment_kind)",
      [user[person], unit[place], kind],
    );
  const stage = await insert(
    STAGES,
    `INSERT INTO pipeline_stage (name, kind, position, probability) VALUES ($1,
      split_part($2, ',', 1)::stage_kind, split_part($2, ',', 2)::int, split_part($2, ',', 3)::numeric)`,
  );
  return { unit, user, stage };
}

export type Company = Awaited<ReturnType<typeof createCompany>>;

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

async function insert<K extends string>(
  rows: Record<K, string>,
  sql: string,
): Promise<Record<K, string>> {
  const ids = {} as Record<K, string>;
  for (const [name, value] of entries(rows)) {
    const [row] = await query<{ id: string }>(`${sql} RETURNING id`, [name, value]);
    if (row) ids[name] = row.id;
  }
  return ids;
}

/** The scope of a person who must be active. */
export async function scopeFor(userId: string): Promise<Scope> {
  const scope = await scopeOf(userId);
  if (!scope) throw new Error("no active user");
  return scope;
}
