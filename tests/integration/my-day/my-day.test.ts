import { beforeAll, describe, expect, it } from "vitest";
import { myDay } from "@/lib/my-day/queries";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

let company: Company;
const today = new Date().toISOString().slice(0, 10) as BusinessDate;
const year = today.slice(0, 4);
const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
const from = `${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`;
const to =
  quarter === 3
    ? `${Number(year) + 1}-01-01`
    : `${year}-${String(quarter * 3 + 4).padStart(2, "0")}-01`;

beforeAll(async () => {
  company = await createCompany();
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  const customer = await insertRow("customer", { name: "Customer", ...place });
  await insertRow("sale", {
    ...{ ...place, sold_on: today, order_no: "1", customer_id: customer, quantity: 1 },
    ...{ currency: "USD", amount: 300, base_amount: 300 },
  });
  await insertRow("target", {
    ...{ kpi: "revenue", period_from: from, period_to: to, unit_id: company.unit.E1 },
    ...{ user_id: company.user.Rae, target: 1000, status: "published" },
  });
  const activity = (day: BusinessDate, more: Record<string, unknown> = {}) =>
    insertRow("activity", { kind: "call", day, customer_id: customer, ...place, ...more });
  await activity(addDays(today, -2), { subject: "overdue" });
  await activity(today, { subject: "due" });
  await activity(addDays(today, 3), { subject: "coming" });
  await activity(today, { subject: "done", status: "done" });
  await activity(addDays(today, -1), { subject: "of Rob", owner_id: company.user.Rob });
  await insertRow("deal", {
    ...{ ...place, title: "Late", stage_id: company.stage.Proposal, customer_id: customer },
    ...{ created_on: addDays(today, -40), expected_close_on: addDays(today, -3) },
    ...{ currency: "USD", expected_amount: 100, expected_base_amount: 100, next_step: "Call" },
  });
  await query("UPDATE deal_history SET changed_on = $1", [addDays(today, -1)]);
});

describe("a rep's day", () => {
  it("holds 300 of 1,000 against the working days gone, and asks the rest of those left", async () => {
    const { quarter: q } = await myDay(await scopeFor(company.user.Rae), {});
    expect(q.standing).toMatchObject({ actual: 300, target: 1000, attainment: 0.3, gap: 700 });
    if (q.daysLeft > 0) expect(q.requiredRate).toBeCloseTo(700 / q.daysLeft, 9);
  });

  it("has what is overdue before what is due, what comes, and nobody else's", async () => {
    const day = await myDay(await scopeFor(company.user.Rae), {});
    expect(day.due.map(({ subject }) => subject)).toEqual(["overdue", "due"]);
    expect(day.coming.map(({ subject }) => subject)).toEqual(["coming"]);
    expect(day.done).toBe(1);
    expect(day.due.every(({ writable }) => writable)).toBe(true);
  });

  it("has the deal whose close date passed", async () => {
    const { needs } = await myDay(await scopeFor(company.user.Rae), {});
    expect(needs).toMatchObject([
      { deal: { title: "Late" }, rules: [{ rule: "closePassed", days: 3 }] },
    ]);
  });

  it("is looked at by the manager above, with a choice of the reps below", async () => {
    const day = await myDay(await scopeFor(company.user.Mia), { rep: company.user.Rae });
    expect([day.person?.name, day.due.length]).toEqual(["Rae", 2]);
    expect(day.reps.map(({ name }) => name)).toEqual(["Rae", "Ray", "Rob"]);
  });

  it.each(["Max", "Rob", "Wes"] as const)("is no affair of %s", async (person) => {
    const looking = myDay(await scopeFor(company.user[person]), { rep: company.user.Rae });
    await expect(looking).rejects.toThrow("notFound");
  });
});
