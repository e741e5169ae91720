import { beforeAll, describe, expect, it } from "vitest";
import { verifyPassword } from "@/lib/platform/auth/password";
import { read } from "@/lib/platform/db/access";
import { scopeOf } from "@/lib/platform/scope";
import { readReason } from "@/lib/targets/domain/accepted-mismatch";
import { seedDemo } from "@/prisma/seed/demo";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "@/prisma/seed/people";
import { query } from "@/tests/setup/database";

const AS_OF = "2026-11-23";

beforeAll(() => seedDemo({ asOf: AS_OF }));

const one = async (sql: string) => (await query<Record<string, unknown>>(sql))[0];

describe("loading the demo company", () => {
  it("refuses a database that is not empty", async () => {
    await expect(seedDemo({ asOf: AS_OF })).rejects.toThrow("not empty");
  });

  it("writes one audit entry for all of it", async () => {
    const entries = await query("SELECT action, subject, after FROM audit_entry");
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ action: "import", subject: "demo" });
  });

  it("lets the three people sign in and see what is theirs", async () => {
    const rows = await query<{ email: string; id: string; password_hash: string }>(
      `SELECT email, id, password_hash FROM "user" JOIN credential ON user_id = id`,
    );
    expect(rows.map((row) => row.email).sort()).toEqual(Object.values(DEMO_SIGN_INS).sort());
    const seen = new Map<string, number>();
    for (const { email, id, password_hash } of rows) {
      expect(await verifyPassword(password_hash, DEMO_PASSWORD)).toBe(true);
      const scope = await scopeOf(id);
      if (scope) seen.set(email, await read(scope, (tx) => tx.deal.count()));
    }
    const [all = 0, east = 0, own = 0] = Object.values(DEMO_SIGN_INS).map((e) => seen.get(e));
    expect(all > east && east > own && own > 0).toBe(true);
  });
});

describe("the loaded records", () => {
  it("give every active rep a unit today", async () => {
    const found =
      await one(`SELECT count(*)::int AS n FROM "user" u WHERE role = 'rep' AND status = 'active'
      AND NOT EXISTS (SELECT FROM assignment WHERE user_id = u.id AND kind = 'member' AND valid_to > '${AS_OF}')`);
    expect(found).toEqual({ n: 0 });
  });

  it("end each deal's history in the state the deal is in, on its own day", async () => {
    const found = await one(`SELECT count(*)::int AS n,
        count(*) FILTER (WHERE h.stage_id <> d.stage_id OR h.owner_id <> d.owner_id OR h.unit_id <> d.unit_id
          OR h.expected_base_amount <> d.expected_base_amount)::int AS other,
        count(*) FILTER (WHERE d.closed_on IS NOT NULL AND h.changed_on <> d.closed_on)::int AS moved,
        count(*) FILTER (WHERE h.changed_on > '${AS_OF}')::int AS future
      FROM deal d CROSS JOIN LATERAL (SELECT * FROM deal_history WHERE deal_id = d.id
        ORDER BY changed_on DESC, id DESC LIMIT 1) h`);
    expect(found).toMatchObject({ other: 0, moved: 0, future: 0 });
    expect(Number(found?.n)).toBeGreaterThan(3000);
  });

  it("begin each deal's history on the day it was created, or work on it began", async () => {
    const found =
      await one(`SELECT count(*)::int AS n FROM deal d WHERE least(created_on, engaged_on) <>
      (SELECT min(changed_on) FROM deal_history WHERE deal_id = d.id)`);
    expect(found).toEqual({ n: 0 });
  });

  it("book for each won deal what its sales sum to", async () => {
    const found =
      await one(`SELECT count(*)::int AS n FROM deal d WHERE booked_base_amount IS DISTINCT FROM
      (SELECT sum(base_amount) FROM sale WHERE deal_id = d.id)`);
    expect(found).toEqual({ n: 0 });
  });

  it("make the lines of each deal sum to what is expected of it", async () => {
    const found = await one(`SELECT count(*)::int AS n FROM deal d WHERE expected_amount <>
      (SELECT sum(amount) FROM deal_line WHERE deal_id = d.id)`);
    expect(found).toEqual({ n: 0 });
  });

  it("have one accepted mismatch, with its reason, and no other", async () => {
    const rows = await query<{ name_en: string; difference: number; reason: string }>(`
      SELECT u.name_en, (t.target - parts.sum)::int AS difference,
        (SELECT reason FROM target_revision WHERE target_id = t.id ORDER BY version DESC LIMIT 1) AS reason
      FROM target t JOIN unit u ON u.id = t.unit_id CROSS JOIN LATERAL (
        SELECT sum(p.target) FROM target p WHERE p.kpi = t.kpi AND p.period_from = t.period_from
          AND p.period_to = t.period_to AND CASE WHEN p.user_id IS NOT NULL THEN p.unit_id = t.unit_id
          ELSE EXISTS (SELECT FROM unit_edge e WHERE e.unit_id = p.unit_id AND e.parent_id = t.unit_id) END) parts
      WHERE t.user_id IS NULL AND t.kpi IN ('revenue', 'new_customers') AND t.target <> parts.sum`);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).toMatchObject({ name_en: "Zhejiang Enterprise", difference: 300_000 });
      expect(readReason(row.reason).accepted[0]).toEqual({
        kind: "members",
        tier: "target",
        difference: 300_000,
      });
    }
  });
});

it("replaces a demo company with the same one, and never a real one", {
  timeout: 120_000,
}, async () => {
  const totals = () =>
    one(`SELECT count(*)::int AS n, sum(base_amount) AS sum, min(id::text) AS first,
      (SELECT sum(expected_base_amount) FROM deal_history) AS history FROM sale`);
  const before = await totals();
  await seedDemo({ asOf: AS_OF, reset: true });
  expect(await totals()).toEqual(before);
  await query("UPDATE organisation SET demo = false");
  await expect(seedDemo({ asOf: AS_OF, reset: true })).rejects.toThrow("not a demo");
  expect(await totals()).toEqual(before);
});
