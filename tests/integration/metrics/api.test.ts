import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/measure/route";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;

const TOKENS = { Ada: "a", Mia: "m", Rae: "r", Wes: "w" } as const;
const secretOf = (person: keyof typeof TOKENS) => `cl_${TOKENS[person].repeat(43)}`;

async function get(search: string, token?: string) {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  const response = await GET(new Request(`http://localhost/api/v1/measure?${search}`, { headers }));
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: await response.json(),
  };
}

const MAY = "from=2026-05-01&to=2026-06-01";

beforeAll(async () => {
  company = await createCompany();
  for (const person of Object.keys(TOKENS) as (keyof typeof TOKENS)[])
    await query("INSERT INTO api_token (user_id, name, token_hash) VALUES ($1, 'test', $2)", [
      company.user[person],
      createHash("sha256").update(secretOf(person)).digest("hex"),
    ]);
  for (const [owner, unit, amount, day] of [
    ["Rae", "E1", 100, "2026-05-10"],
    ["Wes", "W1", 40, "2026-05-11"],
    ["Wes", "W1", 50, "2025-05-11"],
  ] as const)
    await query(
      `INSERT INTO sale (sold_on, order_no, owner_id, unit_id, quantity, currency, amount, base_amount)
       VALUES ($1, 'o', $2, $3, 1, 'USD', $4, $4)`,
      [day, company.user[owner], company.unit[unit], amount],
    );
});

describe("GET /api/v1/measure", () => {
  it("gives rows with key, label, bucket, value, numerator, denominator and n", async () => {
    const { status, body } = await get(`metric=revenue&by=region&${MAY}`, secretOf("Ada"));
    expect([status, body.metric]).toEqual([200, "revenue"]);
    expect(body.rows).toEqual([
      {
        key: company.unit.East,
        label: "East",
        bucket: null,
        value: 100,
        numerator: 100,
        denominator: null,
        n: 1,
      },
      {
        key: company.unit.West,
        label: "West",
        bucket: null,
        value: 40,
        numerator: 40,
        denominator: null,
        n: 1,
      },
    ]);
  });

  it("by month, and growth (140 − 50) ÷ 50 = 180% against the same month last year", async () => {
    const byMonth = await get(`metric=revenue&grain=month&${MAY}`, secretOf("Ada"));
    expect(byMonth.body.rows).toMatchObject([{ bucket: "2026-05-01", value: 140 }]);
    const growth = await get(`metric=growth&${MAY}`, secretOf("Ada"));
    expect(growth.body.rows).toMatchObject([{ value: 1.8, numerator: 90, denominator: 50 }]);
  });

  it("each token sees what its owner sees: a rep the own 100, a manager East's, not West's", async () => {
    const revenue = async (person: keyof typeof TOKENS, more = "") =>
      (await get(`metric=revenue&${MAY}${more}`, secretOf(person))).body.rows[0]?.value;
    expect(await revenue("Rae")).toBe(100);
    expect(await revenue("Wes")).toBe(40);
    expect(await revenue("Mia")).toBe(100);
    expect(await revenue("Mia", `&unit=${company.unit.West}`)).toBe(0);
    expect(await revenue("Ada", `&unit=${company.unit.West}`)).toBe(40);
  });

  it("no breakdown names a colleague's customer, deal or amount", async () => {
    for (const by of ["rep", "unit", "customer", "manager"]) {
      const { body } = await get(`metric=revenue&by=${by}&${MAY}`, secretOf("Rae"));
      expect(JSON.stringify(body)).not.toContain("Wes");
      expect(body.rows).toHaveLength(1);
    }
  });

  it("refuses more rows than anybody reads, and says what to ask for; twin: a unit's come whole", async () => {
    await query(
      `WITH c AS (INSERT INTO customer (name, owner_id, unit_id)
         SELECT 'C' || n, $1, $2 FROM generate_series(1, 10001) n RETURNING id)
       INSERT INTO sale (sold_on, order_no, owner_id, unit_id, customer_id, quantity, currency, amount, base_amount)
         SELECT '2020-01-01', 'many', $1, $2, id, 1, 'USD', 1, 1 FROM c`,
      [company.user.Wes, company.unit.W1],
    );
    const asked = "metric=revenue&by=customer&from=2020-01-01&to=2020-02-01";
    const { status, type, body } = await get(asked, secretOf("Ada"));
    expect([status, type]).toEqual([422, "application/problem+json"]);
    expect(body).toMatchObject({ type: "urn:closeloop:problem:too-many-rows" });
    const east = await get(`${asked}&unit=${company.unit.East}`, secretOf("Ada"));
    expect([east.status, east.body.rows]).toEqual([200, []]);
    await query("DELETE FROM sale WHERE order_no = 'many'");
  });

  it("refuses nobody, a wrong, a revoked and a disabled person's token with 401 as problem+json", async () => {
    const wrong = `cl_${"x".repeat(43)}`;
    for (const token of [undefined, "nonsense", wrong]) {
      const { status, type } = await get(`metric=revenue&${MAY}`, token);
      expect([status, type]).toEqual([401, "application/problem+json"]);
    }
    await query(`UPDATE "user" SET status = 'disabled' WHERE id = $1`, [company.user.Wes]);
    expect((await get(`metric=revenue&${MAY}`, secretOf("Wes"))).status).toBe(401);
    await query("UPDATE api_token SET revoked_at = now() WHERE user_id = $1", [company.user.Mia]);
    expect((await get(`metric=revenue&${MAY}`, secretOf("Mia"))).status).toBe(401);
  });

  it("names what is wrong with a query", async () => {
    const { status, body } = await get(
      "metric=sales&from=2026-02-30&to=2026-01-01&by=boss",
      secretOf("Ada"),
    );
    expect(status).toBe(400);
    expect(Object.keys(body.errors).sort()).toEqual(["by", "from", "metric"]);
    const backwards = await get("metric=revenue&from=2026-02-01&to=2026-01-01", secretOf("Ada"));
    expect(backwards.body.errors).toHaveProperty("to");
    const dawn = await get("metric=growth&from=0001-01-01&to=0002-01-01", secretOf("Ada"));
    expect(dawn.status).toBe(400);
  });
});
