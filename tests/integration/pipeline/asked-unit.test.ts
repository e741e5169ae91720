import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { answerHandOver } from "@/lib/pipeline/actions/credit";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
let deal: string;
let request: string;
beforeAll(async () => {
  company = await createCompany();
});
beforeEach(async () => {
  const { user, unit, stage } = company;
  deal = await insertRow("deal", {
    ...{ title: "Rae's", owner_id: user.Rae, unit_id: unit.E1, stage_id: stage.Proposal },
    currency: "USD",
  });
  request = await insertRow("deal_hand_over", {
    ...{ deal_id: deal, from_id: user.Rae, to_unit_id: unit.E1, due_on: "2999-01-01" },
  });
});

const accept = async (person: keyof Company["user"]) => {
  await asPerson(company.user[person]);
  return (await answerHandOver({ id: request, accept: true, words: null }))?.serverError?.code;
};
const owner = async () =>
  (await query<{ owner_id: string }>("SELECT owner_id FROM deal WHERE id = $1", [deal]))[0]
    ?.owner_id;

describe("a deal offered to a whole unit", () => {
  it.each(["Wes", "Ray", "Max", "Mia"] as const)(
    "is not taken by %s, who is not of it",
    async (person) => {
      expect(await accept(person)).toBe("notFound");
      expect(await owner()).toBe(company.user.Rae);
    },
  );

  it("twin: goes to whoever of the unit accepts", async () => {
    expect(await accept("Rob")).toBeUndefined();
    expect(await owner()).toBe(company.user.Rob);
  });
});

describe("every yes or no of the database that is asked with nobody", () => {
  it("is yes or no, so that its opposite is too", async () => {
    const rows = await query<{ name: string; arguments: number }>(
      `SELECT p.proname AS name, p.pronargs AS arguments FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.prorettype = 'boolean'::regtype AND p.proname IN ('app_asked', 'app_writes_deal', 'app_sees_deal', 'app_has_customer',
          'app_sees_customer', 'app_works_with_customer', 'app_keeps_days', 'app_sees_finding', 'app_writes_sale', 'app_sale_exists')`,
    );
    for (const { name, arguments: count } of rows) {
      const nothing = Array.from({ length: count }, () => "NULL").join(", ");
      const [row] = await query<{ answer: boolean | null }>(
        `SELECT ${name}(${nothing}) AS answer FROM set_config('app.user_id', $1, false)`,
        [company.user.Rae],
      );
      expect([name, row?.answer]).toEqual([name, false]);
    }
    expect(rows.length).toBe(10);
  });
});
