import { beforeAll, describe, expect, it } from "vitest";
import { customerList } from "@/lib/customers/queries";
import { dealList } from "@/lib/deals/queries";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  const mine = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  const names: [string, string | null, string | null][] = [
    ["上海云峰学校", "Yunfeng School", "上海"],
    ["云南长青物流", "Evergreen 100%_Logistics", null],
    ["杭州银泰", "Intime", "云栖"],
  ];
  for (const [name, name_en, location] of names)
    await insertRow("customer", {
      name,
      name_en,
      location,
      ...mine,
      source: "t",
      external_id: name,
    });
  const hidden = { owner_id: company.user.Wes, unit_id: company.unit.W1 };
  const other = await insertRow("customer", { name: "云端软件", ...hidden });
  await insertRow("deal", {
    ...mine,
    title: "Camera refit",
    customer_id: other,
    stage_id: company.stage.Prospecting,
    currency: "USD",
  });
  await insertRow("customer", { name: "云雾酒店", ...hidden });
});

async function found(who: keyof Company["user"], q: string) {
  const { rows, totals } = await customerList(await scopeFor(company.user[who]), { q });
  expect(totals.count).toBe(rows.length);
  return rows.map((row) => row.name).toSorted();
}

describe("the search in a list", () => {
  it("finds one, two and more Chinese characters, in the name or the place", async () => {
    expect(await found("Ada", "云")).toEqual(
      ["上海云峰学校", "云南长青物流", "杭州银泰", "云端软件", "云雾酒店"].toSorted(),
    );
    expect(await found("Ada", "云峰")).toEqual(["上海云峰学校"]);
    expect(await found("Ada", "云学")).toEqual([]);
    expect(await found("Ada", "长青物")).toEqual(["云南长青物流"]);
  });

  it("finds Latin text whatever its case, from one letter on, and takes wildcards literally", async () => {
    expect(await found("Ada", "yUNF")).toEqual(["上海云峰学校"]);
    expect(await found("Ada", "v")).toEqual(["云南长青物流"]);
    expect(await found("Ada", "0%_l")).toEqual(["云南长青物流"]);
    expect(await found("Ada", "0_%l")).toEqual([]);
  });

  it("shows nobody a customer they may not see; a deal makes its customer visible", async () => {
    expect(await found("Rae", "云")).toEqual(
      ["上海云峰学校", "云南长青物流", "杭州银泰", "云端软件"].toSorted(),
    );
    expect(await found("Ray", "云")).toEqual([]);
    expect(await found("Wes", "云")).toEqual(["云端软件", "云雾酒店"]);
  });

  it("finds deals by their title and by the customer's name, not by its place", async () => {
    const titles = async (q: string) =>
      (await dealList(await scopeFor(company.user.Rae), { q })).rows.map((row) => row.title);
    expect(await titles("REFIT")).toEqual(["Camera refit"]);
    expect(await titles("云端")).toEqual(["Camera refit"]);
    expect(await titles("云栖")).toEqual([]);
  });

  it("finds a name after it has changed", async () => {
    await query("UPDATE customer SET name = '云端科技' WHERE name = '云端软件'");
    expect(await found("Wes", "科")).toEqual(["云端科技"]);
    expect(await found("Wes", "软件")).toEqual([]);
  });
});
