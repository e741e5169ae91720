import { readXlsx } from "hucre/xlsx";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/export/[kind]/route";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asNobody, asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  await insertRow("deal", {
    title: "=cmd|' /C calc'!A0",
    owner_id: company.user.Rae,
    unit_id: company.unit.E1,
    stage_id: company.stage.Won,
    created_on: "2026-01-01",
    closed_on: "2026-02-28",
    currency: "USD",
    expected_base_amount: 1234.5,
    booked_base_amount: -7,
  });
  await query(
    `INSERT INTO sale (sold_on, order_no, owner_id, unit_id, quantity, currency, amount, base_amount)
     SELECT '2026-01-01'::date + n % 90, 'N-' || n, $1, $2, 1, 'USD', n, n FROM generate_series(1, 2500) n`,
    [company.user.Rae, company.unit.E1],
  );
});
beforeEach(() => asNobody());

async function get(kind: string, search = ""): Promise<Response> {
  const request = new Request(`http://localhost/api/export/${kind}?${search}`);
  return GET(request, { params: Promise.resolve({ kind }) });
}

describe("an export", () => {
  it("has every row of the filtered list, in its order, past one batch", async () => {
    await asPerson(company.user.Rae);
    const text = await (await get("sales", "sort=-amount&from=2026-01-02&to=2026-04-01")).text();
    const amounts = text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((line) => Number(line.split(",")[8]));
    const expected = Array.from({ length: 2500 }, (_, index) => 2500 - index).filter(
      (n) => n % 90 > 0,
    );
    expect(amounts).toEqual(expected);
  });

  it("CSV: headings, harmless formula, dates and numbers as such", async () => {
    await asPerson(company.user.Rae);
    const response = await get("deals");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; .*filename\*=UTF-8''title\.csv$/,
    );
    const [headings, line] = (await response.text()).split("\r\n");
    expect(headings).toContain("title,customer");
    expect(line).toMatch(/^'=cmd/);
    expect(line).toContain(",1234.5,,,-7,1,USD,");
    expect(line).toContain(",2026-02-28,");
  });

  it("XLSX: opens, with real numbers and dates, text as text", async () => {
    await asPerson(company.user.Rae);
    const bytes = await (await get("deals", "format=xlsx")).bytes();
    const [sheet] = (await readXlsx(bytes)).sheets;
    const [headings, row] = sheet?.rows ?? [];
    const at = (id: string) => row?.[headings?.indexOf(id) ?? -1];
    expect(at("title")).toBe("=cmd|' /C calc'!A0");
    expect(at("expected")).toBe(1234.5);
    expect(at("booked")).toBe(-7);
    expect(at("closedOn")).toEqual(new Date("2026-02-28T00:00:00Z"));
    expect(at("weighted")).toBeNull();
  });

  it("lets go of the database when the browser leaves", async () => {
    await asPerson(company.user.Rae);
    for (const format of ["csv", "xlsx"]) {
      const reader = (await get("sales", `format=${format}`)).body?.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    await expect
      .poll(() =>
        query(
          "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
        ),
      )
      .toEqual([]);
  });

  it("one person's stalled downloads take two places, not everybody's; twin: others go on", async () => {
    await asPerson(company.user.Rae);
    const stalled = [await get("sales"), await get("sales")];
    expect((await get("sales")).status).toBe(429);
    await asPerson(company.user.Rob);
    const other = await get("sales");
    expect(other.status).toBe(200);
    await other.text();
    for (const response of stalled) await response.body?.cancel();
    await asPerson(company.user.Rae);
    await expect.poll(async () => (await get("deals")).status).toBe(200);
  });

  it("refuses what it does not know", async () => {
    await asPerson(company.user.Rae);
    expect((await get("users")).status).toBe(404);
    expect((await get("constructor")).status).toBe(404);
    expect((await get("deals", "format=exe")).status).toBe(400);
  });
});
