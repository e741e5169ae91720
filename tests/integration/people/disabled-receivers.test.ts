import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createActivity } from "@/lib/activities/actions";
import { createCustomer } from "@/lib/customers/actions/customers";
import { createFeedback } from "@/lib/feedback/actions/feedback";
import { changeDeals } from "@/lib/pipeline/actions/bulk";
import { askHandOver, shareCredit } from "@/lib/pipeline/actions/credit";
import { createDeal } from "@/lib/pipeline/actions/deals";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { pipelineForTests } from "../pipeline/fixture";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// Who no longer works here gets nothing new; the field says so.

const p = pipelineForTests();
beforeAll(async () => {
  await query(`UPDATE "user" SET status = 'disabled' WHERE id = $1`, [p.company.user.Rob]);
});
beforeEach(() => asPerson(p.company.user.Mia));

/** Everything a person can be given, with the field they are chosen in. */
const gifts = (to: string) => ({
  ownerId: [
    () =>
      createDeal({
        ...{ id: crypto.randomUUID(), title: "Given", customer: "", amount: 1, currency: "USD" },
        ...{ expectedCloseOn: null, stageId: p.company.stage.Proposal, ownerId: to },
        ...{ nextStep: null, nextStepOn: null },
      }),
    () =>
      changeDeals({ of: { ids: [p.deal] }, change: { what: "owner", ownerId: to }, apply: true }),
    () =>
      createCustomer({
        ...{ name: "Given", nameEn: null, segmentId: null, sector: null, location: null },
        ...{ parentId: null, ownerId: to, unitId: p.company.unit.E1 },
      }),
    () =>
      createActivity({
        ...{ kind: "call", status: "planned", day: "2026-03-01", time: "", minutes: null },
        ...{ subject: null, outcome: null, notes: null, nextStep: null, nextStepOn: null },
        ...{ dealId: null, customerId: null, ownerId: to },
      }),
    () =>
      createFeedback({
        ...{ kind: "praise", channel: "visit", score: null, text: "Good", severity: null },
        ...{ givenOn: "2026-03-01", contact: null, customerId: null, dealId: null },
        ...{ productId: null, competitorId: null, ownerId: to },
      }),
  ],
  parts: [
    () =>
      shareCredit({
        ...{ id: p.deal, version: 1 },
        parts: [p.company.user.Rae, to].map((userId) => ({ userId, share: 0.5 })),
      }),
  ],
  toId: [() => askHandOver({ id: p.deal, toId: to, dueOn: "2099-01-01", note: null })],
});

type Answer = { validationErrors?: { fieldErrors?: object }; serverError?: unknown };

describe("somebody disabled", () => {
  it.each(["ownerId", "parts", "toId"] as const)("is refused at the field %s", async (field) => {
    for (const give of gifts(p.company.user.Rob)[field]) {
      const answer = (await give()) as Answer | undefined;
      expect(answer?.serverError).toBeUndefined();
      expect(answer?.validationErrors?.fieldErrors).toEqual({ [field]: ["personDisabled"] });
    }
    const owned = await query("SELECT 1 FROM deal WHERE owner_id = $1", [p.company.user.Rob]);
    expect(owned).toEqual([]);
  });

  it("twin: who works here gets all of it", async () => {
    for (const [field, give] of Object.entries(gifts(p.company.user.Ray))) {
      if (field === "toId") continue;
      for (const one of give) {
        const answer = (await one()) as Answer | undefined;
        expect([field, answer?.validationErrors, answer?.serverError]).toEqual([
          ...[field, undefined, undefined],
        ]);
        await query("UPDATE deal SET version = 1 WHERE id = $1", [p.deal]);
      }
    }
    const [ask] = gifts(p.company.user.Rae).toId;
    expect(((await ask?.()) as Answer | undefined)?.serverError).toBeUndefined();
  });
});
