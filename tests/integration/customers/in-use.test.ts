import { beforeAll, describe, expect, it, vi } from "vitest";
import { deleteCustomer } from "@/lib/customers/actions/customers";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// How many records of others name a customer is not for its owner to count.

let company: Company;
let customer: string;
beforeAll(async () => {
  company = await createCompany();
  const { Rae, Wes } = company.user;
  customer = await insertRow("customer", { name: "Acme", owner_id: Rae, unit_id: company.unit.E1 });
  for (const title of ["a", "b", "c"])
    await insertRow("deal", {
      ...{ title, owner_id: Wes, unit_id: company.unit.W1, customer_id: customer },
      ...{ stage_id: company.stage.Proposal, currency: "USD" },
    });
});

const remove = async () => {
  await asPerson(company.user.Rae);
  return deleteCustomer({ id: customer });
};

describe("a customer that is named", () => {
  it("by strangers' records stays, and says nothing of how many there are", async () => {
    expect((await remove())?.serverError).toEqual({ code: "customerInUseElsewhere" });
  });

  it("by one's own too counts these", async () => {
    const own = await insertRow("deal", {
      ...{ title: "mine", owner_id: company.user.Rae, unit_id: company.unit.E1, currency: "USD" },
      ...{ customer_id: customer, stage_id: company.stage.Proposal },
    });
    expect((await remove())?.serverError).toEqual({ code: "customerInUse", details: { count: 1 } });
    await query("DELETE FROM deal WHERE id = $1", [own]);
  });

  it("twin: by nothing can be deleted", async () => {
    await query("DELETE FROM deal WHERE customer_id = $1", [customer]);
    expect((await remove())?.data?.removal).toBeDefined();
  });
});
