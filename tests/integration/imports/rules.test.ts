import iconv from "iconv-lite";
import { beforeAll, describe, expect, it } from "vitest";
import { rejectedFile } from "@/lib/imports/domain/rejected-file";
import { query } from "@/tests/setup/database";
import { countsOf, fingerprint, importTexts, tableSizes } from "./importing";
import { files, orders } from "./orders.mapping";

const header = "id,title,customer,product,owner,stage,created,closed,value,reason\n";

/** Imports deals only, into what the first import has left. */
const importDeals = (rows: string, options = {}) =>
  importTexts(orders, { "deals.csv": header + rows }, options);

describe("imports", () => {
  beforeAll(async () => {
    await query(`insert into organisation (id, name, base_currency) values (1, 'Shop', 'USD')`);
    const { report, rejections } = await importTexts(orders, files);
    expect(rejections).toEqual([]);
    expect(countsOf(report, "sales")).toBe("5/0/0/0");
  });

  it("keeps equal lines apart, and returns as lines of their own", async () => {
    const lines =
      await query(`select quantity::int, amount::float, count(*)::int from sale where order_no = 'o1'
      group by 1, 2 order by 1`);
    expect(lines).toEqual([
      { quantity: -1, amount: -10, count: 1 },
      { quantity: 2, amount: 20, count: 2 },
    ]);
  });

  it("keeps newlines inside quotes and fills blank titles", async () => {
    const titles = await query(`select external_id, title from deal order by 1`);
    expect(titles).toEqual([
      { external_id: "d1", title: "First" },
      { external_id: "d2", title: "Acme North · Desk" },
      { external_id: "d3", title: "Third,\nwith a break" },
    ]);
  });

  it("refers by id or by name whatever its case, to rows of the same file too", async () => {
    const rows = await query(`select c.name, p.name as parent, u.name as owner from customer c
      left join customer p on p.id = c.parent_id left join "user" u on u.id = c.owner_id order by 1`);
    expect(rows).toEqual([
      { name: "Acme", parent: null, owner: "Bob" },
      { name: "Acme North", parent: "Acme", owner: "Cy" },
    ]);
    const [deal] = await query(
      `select u.name from deal d join "user" u on u.id = d.owner_id where d.external_id = 'd2'`,
    );
    expect(deal?.name).toBe("Cy");
  });

  it("changes nothing when run again, also in another encoding", async () => {
    const before = await fingerprint();
    const encoded = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        iconv.encode(text.replaceAll("\n", "\r\n"), "gb18030"),
      ]),
    );
    await importTexts(orders, { ...files, "units.csv": `\ufeff${files["units.csv"]}` });
    expect(await fingerprint()).toBe(before);
    const { report } = await importTexts(orders, { "products.csv": encoded["products.csv"] ?? "" });
    expect(countsOf(report, "products")).toBe("0/0/2/0");
    expect(await fingerprint()).toBe(before);
  });

  it("updates what differs, keeps how it was before, and takes back a sale no longer won", async () => {
    const { report } = await importDeals(
      "d1,First,Acme,Lamp,Bob,Lost,2024-01-02,2024-02-03,0,Price\n",
    );
    expect(countsOf(report, "deals")).toBe("0/1/0/0");
    expect(report.counts.find(({ kind }) => kind === "sales")?.removed).toBe(1);
    const before = await query(
      `select subject, before->>'booked_amount' as booked, before->>'amount' as amount from import_change
       where batch_id = $1 order by subject`,
      [report.batchId],
    );
    expect(before).toEqual([
      { subject: "deal", booked: "9.5000", amount: null },
      { subject: "deal_line", booked: null, amount: "9.5000" },
      { subject: "sale", booked: null, amount: "9.5000" },
    ]);
    const again = await importDeals("d1,First,Acme,Lamp,Bob,Won,2024-01-02,2024-02-03,9.50,\n");
    expect(countsOf(again.report, "sales")).toBe("1/0/0/0");
    const [deal] = await query(`select version from deal where external_id = 'd1'`);
    expect(deal?.version).toBe(3);
  });

  it("rejects with file, row, column, value and reason, and imports the rest", async () => {
    const { report, rejections } = await importDeals(
      [
        "e1,ok,Acme,Lamp,Bob,open,2024-01-02,,,",
        "e2,bad date,Acme,Lamp,Bob,open,2024-13-02,,,",
        "e3,bad number,Acme,Lamp,Bob,Won,2024-01-02,2024-02-02,9;5,",
        "e4,unknown owner,Acme,Lamp,Zed,open,2024-01-02,,,",
        "e5,unknown stage,Acme,Lamp,Bob,Nearly,2024-01-02,,,",
        "e6,won without a date,Acme,Lamp,Bob,Won,2024-01-02,,5,",
        "e1,same id,Acme,Desk,Bob,open,2024-01-02,,,",
        "e7,too few cells",
      ].join("\n"),
      { dryRun: true },
    );
    expect(countsOf(report, "deals")).toBe("1/0/0/7");
    expect(
      rejections.map(({ row, column, value, reason }) => [row, column, value, reason]),
    ).toEqual([
      [3, "created", "2024-13-02", "date"],
      [4, "value", "9;5", "number"],
      [5, "owner", "Zed", "reference"],
      [6, "stage", "Nearly", "reference"],
      [7, "closed", "", "required"],
      [8, "id", "e1", "duplicate"],
      [9, "", "2", "columns"],
    ]);
  });

  it("writes nothing in strict mode when a row is rejected", async () => {
    const sizes = await tableSizes();
    const { report } = await importDeals(
      "e8,,Acme,Lamp,Bob,open,2024-01-02,,,\ne9,,Acme,Lamp,Zed,open,2024-01-02,,,\n",
      {
        strict: true,
      },
    );
    expect(report.batchId).toBeNull();
    expect(await tableSizes()).toEqual(sizes);
  });

  it("takes back a mended rejected-rows file under any name", async () => {
    const { report, rejections } = await importDeals(
      'f1,"A, ""B""",Acme,Lamp,Zed,open,2024-01-02,,,\n',
    );
    const [file] = report.files;
    if (!file) throw new Error("no file");
    const text = rejectedFile(file, rejections, ({ reason, value }) => `${reason} ${value}`);
    expect(text).toBe(
      `\ufeff${header.trim()},_rejected\r\nf1,"A, ""B""",Acme,Lamp,Zed,open,2024-01-02,,,,reference Zed\r\n`,
    );
    const mended = await importTexts(orders, { "mended.csv": text.replace(",Zed,", ",Bob,") });
    expect(countsOf(mended.report, "deals")).toBe("1/0/0/0");
    const [deal] = await query(`select title from deal where external_id = 'f1'`);
    expect(deal?.title).toBe('A, "B"');
  });

  it("proposes aliases, never applies them unasked, and remembers what was confirmed", async () => {
    const row = "g1,,acme-north,Lampe,Bob,open,2024-01-02,,,\n";
    const { report } = await importDeals(row);
    expect(countsOf(report, "deals")).toBe("0/0/0/1");
    expect(report.proposals).toMatchObject([
      { kind: "customers", value: "acme-north", target: "Acme North", clear: true },
    ]);
    const confirmed = await importDeals(row, { aliases: "all clear" });
    expect(countsOf(confirmed.report, "deals")).toBe("1/0/0/0");
    expect(confirmed.report.aliases).toEqual([
      { kind: "customers", value: "acme-north", target: "Acme North" },
      { kind: "products", value: "Lampe", target: "Lamp" },
    ]);
    const later = await importDeals("g2,,ACME-NORTH,Lampe,Bob,open,2024-01-02,,,\n");
    expect(countsOf(later.report, "deals")).toBe("1/0/0/0");
  });

  it("gives a chosen alias precedence and keeps none of a dry run", async () => {
    const row = "h1,,ACM,Lamp,Bob,open,2024-01-02,,,\n";
    const aliases = [{ kind: "customers", value: "ACM", target: "Acme" }] as const;
    const dry = await importDeals(row, { aliases, dryRun: true });
    expect(countsOf(dry.report, "deals")).toBe("1/0/0/0");
    expect(countsOf((await importDeals(row, { dryRun: true })).report, "deals")).toBe("0/0/0/1");
  });

  it("reports rows of a damaged file, with the character 0 left out; twin: good rows come in", async () => {
    const { report, rejections } = await importDeals(
      "z1,Zero\0,Acme,Lamp,No\0body,open,2024-01-02,,,\nz2,Ze\0ro,Acme,Lamp,Bob,open,2024-01-02,,,\n",
    );
    expect(countsOf(report, "deals")).toBe("1/0/0/1");
    expect(rejections).toMatchObject([{ row: 2, reason: "reference" }]);
    const kept = await query(`select cells[2] as title from import_rejection where batch_id = $1`, [
      report.batchId,
    ]);
    expect(kept).toEqual([{ title: "Zero" }]);
  });

  it("refuses a name that two records share", async () => {
    await importTexts(orders, { "customers.csv": "name,sector,parent,owner\nAcme,retail,,Bob\n" });
    const twin = {
      ...orders,
      entries: [{ file: "c.csv", kind: "customers", fields: { id: "id", name: "name" } }],
    };
    await importTexts(twin, { "c.csv": "id,name\nx1,Twin\nx2,Twin\n" });
    const { rejections } = await importDeals("i1,,twin,Lamp,Bob,open,2024-01-02,,,\n", {
      dryRun: true,
    });
    expect(rejections).toMatchObject([{ column: "customer", value: "twin", reason: "ambiguous" }]);
  });

  it("moves units and people with the date, keeping their history", async () => {
    await importTexts(orders, {
      "reps.csv": "id,name,email,role,unit\n2,Bob,bob@example.com,rep,B\n",
      "units.csv": "name,type,parent\nB,store,Shop\n",
    });
    const places =
      await query(`select t.name, a.valid_to = '9999-12-31' as now, a.valid_from = business_today() as today
      from assignment a join unit t on t.id = a.unit_id join "user" u on u.id = a.user_id where u.name = 'Bob' order by a.valid_from`);
    expect(places).toEqual([
      { name: "A", now: false, today: false },
      { name: "B", now: true, today: true },
    ]);
    const edges =
      await query(`select p.name from unit_edge e join unit u on u.id = e.unit_id join unit p on p.id = e.parent_id
      where u.name = 'B' order by e.valid_from`);
    expect(edges.map(({ name }) => name)).toEqual(["North", "Shop"]);
    const [deal] = await query(
      `select t.name from deal d join unit t on t.id = d.unit_id where d.external_id = 'd1'`,
    );
    expect(deal?.name).toBe("A");
  });

  it("knows a person made by hand by the e-mail address, and refuses a second manager", async () => {
    await query(
      `insert into "user" (name, email, role) values ('Dee', 'dee@example.com', 'admin')`,
    );
    const { report, rejections } = await importTexts(orders, {
      "reps.csv":
        "id,name,email,role,unit\n4,Dee D,Dee@Example.com,rep,North\n5,Eve,,manager,North\n6,Fay,,manager,North\n7,Gil,dee@example.com,rep,North\n",
    });
    expect(countsOf(report, "reps")).toBe("1/1/0/2");
    expect(rejections.map(({ row, reason }) => [row, reason])).toEqual([
      [4, "manager"],
      [5, "email"],
    ]);
    const people = await query(
      `select name, role::text from "user" where email = 'dee@example.com'`,
    );
    expect(people).toEqual([{ name: "Dee D", role: "admin" }]);
  });

  it("a blank address leaves the one a person signs in with; twin: another one replaces it", async () => {
    const emailAfter = async (cell: string) => {
      await importTexts(orders, {
        "reps.csv": `id,name,email,role,unit\n4,Dee D,${cell},rep,North\n`,
      });
      const [row] = await query(`select email from "user" where name = 'Dee D'`);
      return row?.email;
    };
    expect(await emailAfter("")).toBe("dee@example.com");
    expect(await emailAfter("Dee@Example.org")).toBe("dee@example.org");
    expect(await emailAfter("dee@example.com")).toBe("dee@example.com");
  });

  it("converts at the rate of the day and refuses a currency without one", async () => {
    await query(
      `insert into exchange_rate (currency, valid_from, rate) values ('EUR', '2024-01-01', 1.1), ('EUR', '2024-02-01', 1.2)`,
    );
    const mapping = {
      version: 1,
      source: "euro",
      entries: [
        {
          file: "s.csv",
          kind: "sales",
          fields: { soldOn: "d", amount: "a", currency: "c", unit: { const: "A" } },
        },
      ],
    };
    const { rejections } = await importTexts(mapping, {
      "s.csv":
        "d,a,c\n2024-01-31,10.01,EUR\n2024-02-01,10.01,eur\n2023-01-01,1,EUR\n2024-01-01,1,GBP\n2024-01-01,1,USD\n",
    });
    expect(rejections.map(({ row, reason }) => [row, reason])).toEqual([
      [4, "currency"],
      [5, "currency"],
    ]);
    const rows = await query(
      `select sold_on::text, base_amount::float from sale where source = 'euro' order by 1, 2`,
    );
    expect(rows.map(({ base_amount }) => base_amount)).toEqual([1, 11.01, 12.01]);
  });

  it("takes the place of the one empty company made by hand", async () => {
    await query(`insert into unit (name, type) values ('My company', 'company')`);
    const mapping = {
      version: 1,
      source: "roots",
      entries: [
        {
          file: "u.csv",
          kind: "units",
          fields: { name: { const: "Root" }, type: { const: "company" } },
        },
      ],
    };
    const { report } = await importTexts(mapping, { "u.csv": "x\n1\n2\n" });
    expect(countsOf(report, "units")).toBe("0/1/0/0");
    expect(await query(`select name from unit where name in ('My company', 'Root')`)).toEqual([
      { name: "Root" },
    ]);
  });
});
