import { beforeAll, describe, expect, it } from "vitest";
import { customerAnalysis } from "@/lib/analysis/queries/customers";
import { explainWorking } from "@/lib/analysis/queries/working";
import { NotFoundError } from "@/lib/platform/errors";
import { addDays, businessDateIn } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// Orders of this year: Anna 100 + 300, Berta 50 less a return of 10, both Rae's; West 400, Wes's.

const today = businessDateIn("UTC", new Date());
const ago = (days: number) => addDays(today, -days);
let company: Company;
type Person = keyof Company["user"];

async function sale(owner: "Rae" | "Wes", customer: string, days: number, amount: number) {
  await insertRow("sale", {
    ...{ sold_on: ago(days), order_no: `${customer} ${days}`, customer_id: customer },
    ...{ currency: "USD", amount, base_amount: amount, quantity: Math.sign(amount) },
    owner_id: company.user[owner],
    unit_id: owner === "Rae" ? company.unit.E1 : company.unit.W1,
  });
}

beforeAll(async () => {
  company = await createCompany();
  const { user, unit } = company;
  const customer = (name: string) =>
    insertRow("customer", { name, owner_id: user.Rae, unit_id: unit.E1 });
  const [anna, berta, west] = [
    await customer("Anna"),
    await customer("Berta"),
    await customer("West"),
  ];
  await sale("Rae", anna, 200, 100);
  await sale("Rae", anna, 20, 300);
  await sale("Rae", berta, 100, 50);
  await sale("Rae", berta, 90, -10);
  await sale("Wes", west, 10, 400);
});

const worked = async (person: Person, at: string, more: Record<string, string> = {}) =>
  explainWorking(await scopeFor(company.user[person]), { tab: "customers", at, ...more });
const values = ({ lines }: Awaited<ReturnType<typeof worked>>) => lines.map(({ value }) => value);

describe("a figure of the customers' page, worked out", () => {
  it("all segments together: 3 customers, 100 + 300 + 50 − 10 + 400 = 840; of Rae 2 and 440", async () => {
    expect(values(await worked("Ada", "whole"))).toEqual([3, 840]);
    expect(values(await worked("Rae", "whole"))).toEqual([2, 440]);
  });
  it("every segment has as many customers as its page lists, and what they brought", async () => {
    const view = await customerAnalysis(await scopeFor(company.user.Ada), {});
    for (const { segment, customers, revenue } of view.segments) {
      const found = await worked("Ada", `segment.${segment}`);
      expect(values(found).slice(0, 2)).toEqual([customers, revenue]);
      const [, sum] = found.lines;
      expect(sum?.parts).toHaveLength(customers);
    }
  });
  it("a rep asks for a colleague's unit: sees the own figures, never the other's", async () => {
    const found = await worked("Rae", "spread", { unit: company.unit.W1 });
    expect(values(found).slice(0, 2)).toEqual([2, 440]);
    const names = found.lines[0]?.parts.map(({ label }) => "named" in label && label.named?.name);
    expect(names).toEqual(["Anna", "Berta"]);
  });
  it.each([
    ["a name that is none", { tab: "customers", at: "nothing" }],
    ["a customer who is not listed", { tab: "customers", at: "silence.1" }],
    ["another page", { tab: "admin", at: "whole" }],
    ["no name at all", { tab: "gap" }],
  ])("%s is not found", async (_, params) => {
    const scope = await scopeFor(company.user.Ada);
    await expect(explainWorking(scope, params)).rejects.toThrow(NotFoundError);
  });
});
