import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ImportResult } from "@/lib/imports/data/run-import";
import { fileOnDisk } from "@/lib/imports/data/source-file";
import { query } from "@/tests/setup/database";
import { sharedData } from "@/tests/setup/shared-data";
import { countsOf, exampleMapping, fingerprint, importWith, tableSizes } from "./importing";

const maven = sharedData("maven-crm");
const names = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

type ByName = Record<string, { won: number; lost: number; revenue: number; open?: number }>;
type Figures = {
  won_revenue: number;
  revenue_by_quarter: ByName;
  by_region: ByName;
  by_agent: ByName;
};

async function rowsByName(sql: string): Promise<ByName> {
  const rows = await query<{ name: string; won: number; lost: number; revenue: number }>(sql);
  return Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures]));
}

const closedBy = (name: string, joins: string) => `
  select ${name} as name, count(*) filter (where p.kind = 'won')::int as won,
    count(*) filter (where p.kind = 'lost')::int as lost, coalesce(sum(s.base_amount), 0)::float as revenue
  from deal d join pipeline_stage p on p.id = d.stage_id left join sale s on s.deal_id = d.id ${joins}
  where d.closed_on is not null group by 1`;

describe.skipIf(maven.missing)(`maven-crm ${maven.note}`, () => {
  const files = names.map((name) => fileOnDisk(maven.file(name)));
  const mapping = exampleMapping("maven-crm");
  let figures: Figures;
  let first: ImportResult;

  beforeAll(async () => {
    figures = JSON.parse(readFileSync(maven.file("figures.json"), "utf8"));
    await query(`insert into organisation (id, name, base_currency) values (1, 'New', 'CNY')`);
    first = await importWith(mapping, files);
  });

  it("imports everything", () => {
    const counts = ["units", "reps", "products", "customers", "deals", "sales"].map((kind) =>
      countsOf(first.report, kind),
    );
    expect(counts).toEqual([
      "10/0/0/0",
      "41/0/0/0",
      "7/0/0/0",
      "85/0/0/0",
      "8800/0/0/0",
      "4238/0/0/0",
    ]);
  });

  it("has 35 reps in the 6 teams of their managers, in 3 regions", async () => {
    const tree =
      await query(`select count(*)::int as teams, count(distinct region.id)::int as regions,
        count(distinct manager.user_id)::int as managers, sum(members)::int as members
      from unit team join unit_edge e on e.unit_id = team.id join unit region on region.id = e.parent_id
      join unit_edge up on up.unit_id = region.id join unit root on root.id = up.parent_id and root.name = 'Maven'
      join assignment manager on manager.unit_id = team.id and manager.kind = 'manager'
      join lateral (select count(*) as members from assignment a where a.unit_id = team.id and a.kind = 'member') m on true
      where team.type = 'team'`);
    expect(tree).toEqual([{ teams: 6, regions: 3, managers: 6, members: 35 }]);
    const [moses] = await query(`select t.name from "user" u join assignment a on a.user_id = u.id
      join unit t on t.id = a.unit_id where u.name = 'Moses Frase'`);
    expect(moses?.name).toBe("Team Dustin Brinkmann");
  });

  it("starts all assignments before the data", async () => {
    const [row] =
      await query(`select (select max(valid_from) from assignment) < (select min(created_on) from deal) as a,
      (select max(valid_from) from unit_edge) < (select min(created_on) from deal) as e`);
    expect(row).toEqual({ a: true, e: true });
  });

  it("agrees with the published stages and won revenue", async () => {
    const stages =
      await query(`select p.name, count(*)::int from deal d join pipeline_stage p on p.id = d.stage_id
      group by 1 order by 1`);
    expect(stages).toEqual([
      { name: "Engaging", count: 1589 },
      { name: "Lost", count: 2473 },
      { name: "Prospecting", count: 500 },
      { name: "Won", count: 4238 },
    ]);
    const [sales] = await query(
      `select sum(base_amount)::float as revenue, count(*)::int from sale`,
    );
    expect(sales).toEqual({ revenue: figures.won_revenue, count: 4238 });
  });

  it("agrees by quarter, region and agent", async () => {
    const pick = (all: ByName) =>
      Object.fromEntries(
        Object.entries(all).map(([name, { won, lost, revenue }]) => [name, { won, lost, revenue }]),
      );
    const quarter = await rowsByName(closedBy(`to_char(d.closed_on, 'YYYY-"Q"Q')`, ""));
    expect(quarter).toEqual(pick(figures.revenue_by_quarter));
    const region = await rowsByName(
      closedBy(
        `r.name`,
        `join unit_ancestor a on a.unit_id = d.unit_id join unit r on r.id = a.ancestor_id and r.type = 'region'`,
      ),
    );
    expect(region).toEqual(pick(figures.by_region));
    const agent = await rowsByName(closedBy(`u.name`, `join "user" u on u.id = d.owner_id`));
    expect(agent).toMatchObject(pick(figures.by_agent));
  });

  it("keeps the owner of the file on deals and sales", async () => {
    const [row] =
      await query(`select u.name as deal_owner, v.name as sale_owner from deal d join "user" u on u.id = d.owner_id
      join sale s on s.deal_id = d.id join "user" v on v.id = s.owner_id where d.external_id = '1C1I7A6R'`);
    expect(row).toEqual({ deal_owner: "Moses Frase", sale_owner: "Moses Frase" });
  });

  it("expects the list price, marked as estimated, and keeps it for lost deals beside a booked 0", async () => {
    const rows = await query(`select p.kind::text, bool_and(d.expected_estimated) as estimated,
      bool_and(d.expected_amount = pr.list_price) as list_price, sum(d.booked_amount)::float as booked
      from deal d join pipeline_stage p on p.id = d.stage_id join deal_line l on l.deal_id = d.id join product pr on pr.id = l.product_id
      group by p.kind order by p.kind`);
    expect(rows).toEqual([
      { kind: "open", estimated: true, list_price: true, booked: null },
      { kind: "won", estimated: true, list_price: true, booked: 10005534 },
      { kind: "lost", estimated: true, list_price: true, booked: 0 },
    ]);
  });

  it("writes one line of history a deal, dated by the file", async () => {
    const [row] =
      await query(`select count(*)::int, bool_and(h.changed_on = coalesce(d.closed_on, d.engaged_on, h.changed_on)) as dated
      from deal d join deal_history h on h.deal_id = d.id and h.stage_id = d.stage_id and h.owner_id = d.owner_id`);
    expect(row).toEqual({ count: 8800, dated: true });
  });

  it("takes over the currency of an organisation without records", async () => {
    expect(await query(`select base_currency from organisation`)).toEqual([
      { base_currency: "USD" },
    ]);
  });

  it("notes what is odd and keeps it", async () => {
    const notes = first.report.valueNotes.map(({ value, suggestion, rows }) => ({
      value,
      suggestion,
      rows,
    }));
    expect(notes).toEqual([
      { value: "technolgy", suggestion: "technology", rows: 12 },
      { value: "Philipines", suggestion: "Philippines", rows: 1 },
    ]);
    const [kept] = await query(`select count(*)::int from customer where sector = 'technolgy'`);
    expect(kept?.count).toBe(12);
    expect(first.report.blankNotes).toContainEqual(
      expect.objectContaining({ column: "account", rows: 1425 }),
    );
  });

  it("writes one audit entry for the batch", async () => {
    const entries =
      await query(`select subject, action, batch_id is not null as batch, count(*)::int from audit_entry
      where subject <> 'organisation' and subject <> 'pipeline_stage' group by 1, 2, 3`);
    expect(entries.filter(({ batch }) => batch)).toEqual([
      { subject: "import_batch", action: "import", batch: true, count: 1 },
    ]);
    expect(entries.filter(({ subject }) => ["deal", "sale", "user"].includes(subject))).toEqual([]);
  });

  it("changes nothing when run again", async () => {
    const before = await fingerprint();
    const sizes = await tableSizes();
    const { report } = await importWith(mapping, files);
    expect(countsOf(report, "deals")).toBe("0/0/8800/0");
    expect(countsOf(report, "sales")).toBe("0/0/4238/0");
    expect(countsOf(report, "units")).toBe("0/0/10/0");
    expect(countsOf(report, "reps")).toBe("0/0/41/0");
    expect(await fingerprint()).toBe(before);
    expect(await tableSizes()).toEqual({ ...sizes, import_batch: (sizes.import_batch ?? 0) + 1 });
  });

  it("writes nothing in a dry run", async () => {
    const sizes = await tableSizes();
    const { report } = await importWith({ ...mapping, source: "again" }, files, { dryRun: true });
    expect(countsOf(report, "deals")).toBe("8800/0/0/0");
    expect(report.batchId).toBeNull();
    expect(await tableSizes()).toEqual(sizes);
  });
});
