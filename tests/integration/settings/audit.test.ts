import { beforeAll, describe, expect, it } from "vitest";
import { read, system, write } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { auditPage } from "@/lib/settings/queries/audit";
import { type AuditParams, auditParams } from "@/lib/settings/schema";
import { AUDIT_PAGE, auditList } from "@/lib/settings/sql/audit-list";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;
let admin: Scope;

const asked = (params: Record<string, string>): AuditParams => auditParams.parse(params);
const list = (params: Record<string, string> = {}, zone = "UTC", scope = admin) =>
  read(scope, (tx) => auditList(tx, asked(params), zone));
const ids = async (params: Record<string, string>, zone?: string) =>
  (await list(params, zone)).rows.map(({ rowId }) => rowId);

beforeAll(async () => {
  company = await createCompany();
  admin = await scopeFor(company.user.Ada);
  await query("TRUNCATE audit_entry RESTART IDENTITY");
});

describe("the audit log", () => {
  it("holds before and after of a change, with who and the names of what it refers to", async () => {
    const category = await write(admin, (tx) =>
      tx.productCategory.create({ data: { name: "灯", nameEn: "Lamps" } }),
    );
    const product = await write(admin, (tx) =>
      tx.product.create({ data: { name: "A", currency: "USD" } }),
    );
    await write(admin, (tx) =>
      tx.product.update({
        where: { id: product.id },
        data: { name: "B", categoryId: category.id, version: { increment: 1 } },
      }),
    );
    const page = await auditPage(admin, asked({ subject: "product", action: "update" }));
    expect(page.entries).toHaveLength(1);
    expect(page.entries[0]).toMatchObject({
      action: "update",
      subject: "product",
      rowId: product.id,
      user: { name: "Ada" },
      named: { name: "B" },
      changes: [
        { field: "name", before: "A", after: "B" },
        { field: "category_id", before: null, after: category.id },
      ],
    });
    expect(page.names.get(category.id)).toMatchObject({ name: "灯", nameEn: "Lamps" });
    expect(page.people.map(({ name }) => name)).toEqual(["Ada"]);
  });

  it("is empty for who is no admin, and its page holds nothing of it", async () => {
    for (const person of ["Mia", "Rae"] as const) {
      const scope = await scopeFor(company.user[person]);
      const page = await auditPage(scope, asked({}));
      expect([page.entries, page.people]).toEqual([[], []]);
    }
    expect((await auditPage(admin, asked({}))).entries.length).toBeGreaterThan(0);
  });

  it.each(["app", "system"] as const)(
    "cannot be changed or emptied by the %s role",
    async (role) => {
      const attempts = [
        "UPDATE audit_entry SET note = 'x'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
      ];
      for (const sql of attempts) {
        const work =
          role === "app"
            ? write(admin, (tx) => tx.$executeRawUnsafe(sql))
            : system("attack", (tx) => tx.$executeRawUnsafe(sql));
        await expect(work).rejects.toThrow(/permission denied/);
      }
      if (role === "app")
        await expect(
          write(admin, (tx) => tx.auditEntry.create({ data: { action: "x", subject: "x" } })),
        ).rejects.toThrow();
      const [count] = await query<{ n: number }>(
        "SELECT count(*)::int AS n FROM audit_entry WHERE note = 'x'",
      );
      expect(count?.n).toBe(0);
    },
  );
});

describe("filters", () => {
  const at = (day: string, user: keyof Company["user"] | null, subject: string, row: string) =>
    query(
      "INSERT INTO audit_entry (at, user_id, action, subject, row_id) VALUES ($1, $2, 'create', $3, $4)",
      [day, user && company.user[user], subject, row],
    );
  beforeAll(async () => {
    await query("TRUNCATE audit_entry RESTART IDENTITY");
    await at("2026-03-01T01:00:00Z", "Ada", "product", "p1");
    await at("2026-03-01T17:00:00Z", "Mia", "deal", "d1");
    await at("2026-03-02T10:00:00Z", "Mia", "product", "p2");
    await at("2026-03-03T10:00:00Z", null, "deal", "d2");
  });
  it("show everything newest first without any", async () => {
    expect(await ids({})).toEqual(["d2", "p2", "d1", "p1"]);
  });
  it("by who, the system too", async () => {
    expect(await ids({ who: company.user.Mia })).toEqual(["p2", "d1"]);
    expect(await ids({ who: "system" })).toEqual(["d2"]);
  });
  it("by what and record", async () => {
    expect(await ids({ subject: "product" })).toEqual(["p2", "p1"]);
    expect(await ids({ record: "d1" })).toEqual(["d1"]);
    expect(await ids({ action: "delete" })).toEqual([]);
  });
  it("by day in the organisation's time zone: 17:00 UTC is the next day in Shanghai", async () => {
    const day = { from: "2026-03-01", to: "2026-03-02" };
    expect(await ids(day)).toEqual(["d1", "p1"]);
    expect(await ids(day, "Asia/Shanghai")).toEqual(["p1"]);
    expect(await ids({ from: "2026-03-02", to: "2026-03-03" }, "Asia/Shanghai")).toEqual([
      "p2",
      "d1",
    ]);
  });
  it("leave out values that make no sense", () => {
    expect(asked({ who: "x'", action: "drop", from: "soon", before: "-1" })).toEqual({});
  });
});

describe("pages", () => {
  const total = AUDIT_PAGE * 2 + 7;
  beforeAll(async () => {
    await query("TRUNCATE audit_entry RESTART IDENTITY");
    // many entries of one transaction share their time
    await query(
      `INSERT INTO audit_entry (at, action, subject, row_id)
       SELECT '2026-01-01'::timestamptz + (n / 60) * interval '1 hour', 'create', 'deal', n::text FROM generate_series(1, $1) n`,
      [total],
    );
  });
  it("follow each other without gap or overlap, forth and back", async () => {
    const seen: string[] = [];
    let page = await list();
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      if (!page.hasOlder) break;
      page = await list({ before: page.rows.at(-1)?.id ?? "" });
      expect(page.hasNewer).toBe(true);
    }
    const all = Array.from({ length: total }, (_, index) => String(total - index));
    expect(seen).toEqual(all);
    const back = await list({ after: page.rows[0]?.id ?? "" });
    expect(back.rows.map(({ id }) => id)).toEqual(all.slice(AUDIT_PAGE, 2 * AUDIT_PAGE));
    expect([back.hasNewer, back.hasOlder]).toEqual([true, true]);
    const top = await list({ after: back.rows[0]?.id ?? "" });
    expect(top.rows[0]?.id).toBe(all[0]);
    expect(top.hasNewer).toBe(false);
  });
  it("cost the same far back in a large log, filtered or not", async () => {
    await query(
      `INSERT INTO audit_entry (at, user_id, action, subject, row_id)
       SELECT '2026-02-01'::timestamptz + n * interval '1 second', $1, 'update', CASE WHEN n % 50000 = 1 THEN 'product' ELSE 'deal' END, n::text
       FROM generate_series(1, 100000) n`,
      [company.user.Ada],
    );
    await query("ANALYZE audit_entry");
    const took = async (params: Record<string, string>) => {
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn++) {
        const started = performance.now();
        await list(params);
        times.push(performance.now() - started);
      }
      return Math.min(...times);
    };
    const newest = await took({});
    const far: Record<string, string>[] = [
      { before: "50000" },
      { subject: "product" },
      { who: company.user.Ada, before: "200" },
      { from: "2026-02-01", to: "2026-02-02" },
    ];
    for (const params of far) expect(await took(params)).toBeLessThan(newest * 5);
  });
});
