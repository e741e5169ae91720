import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { deleteFeedback, editFeedback } from "@/lib/feedback/actions/feedback";
import { feedbackDetail } from "@/lib/feedback/queries/feedback";
import { write } from "@/lib/platform/db/access";
import { undoRemoval } from "@/lib/undo/actions";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// What a customer sent by the public form about a rep stays as it was written, whoever answers it.

let company: Company;
let answer: string;
beforeAll(async () => {
  company = await createCompany();
});
beforeEach(async () => {
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  answer = await insertRow("feedback", {
    ...{ ...place, kind: "nps", score: 2, channel: "form", text: "Late again", contact: "Mr Li" },
    ...{ given_on: "2026-03-01", form_key: crypto.randomUUID() },
  });
});

const stored = async () =>
  (
    await query(
      "SELECT kind, score, channel, text, contact, severity FROM feedback WHERE id = $1",
      [answer],
    )
  )[0];
const WRITTEN = { kind: "nps", score: 2, channel: "form", text: "Late again", contact: "Mr Li" };

/** What the edit form would send, bettered. */
const bettered = () => ({
  ...{ id: answer, version: 1, kind: "csat" as const, channel: "visit" as const, score: 5 },
  ...{ text: "Wonderful", severity: "high" as const, givenOn: "2026-02-01", contact: "Nobody" },
  ...{ customerId: null, dealId: null, productId: null, competitorId: null, ownerId: null },
});

describe("an answer of the public form", () => {
  it.each(["Rae", "Mia", "Ada"] as const)("is not reworded by %s; the rest is", async (person) => {
    await asPerson(company.user[person]);
    expect((await editFeedback(bettered()))?.serverError).toBeUndefined();
    expect(await stored()).toEqual({ ...WRITTEN, severity: "high" });
  });

  it("is not reworded past the action either", async () => {
    const scope = await scopeFor(company.user.Rae);
    for (const data of [{ score: 9 }, { text: "Good" }, { kind: "praise" as const, score: null }])
      await expect(
        write(scope, (tx) => tx.feedback.updateMany({ where: { id: answer }, data })),
      ).rejects.toThrow(/as it was written/);
    const claim = { channel: "form" as const };
    const own = await insertRow("feedback", {
      ...{ owner_id: company.user.Rae, unit_id: company.unit.E1, kind: "praise", text: "x" },
      ...{ channel: "visit", given_on: "2026-03-01" },
    });
    await asPerson(company.user.Rae);
    await editFeedback({ ...bettered(), ...claim, id: own });
    expect(await query("SELECT channel FROM feedback WHERE id = $1", [own])).toEqual([
      { channel: "visit" },
    ]);
  });

  it("is not deleted by whom it is about, neither by the action nor past it", async () => {
    await asPerson(company.user.Rae);
    expect((await deleteFeedback({ id: answer }))?.serverError?.code).toBe("forbidden");
    const scope = await scopeFor(company.user.Rae);
    const where = { id: answer };
    expect((await write(scope, (tx) => tx.feedback.deleteMany({ where }))).count).toBe(0);
    expect(await feedbackDetail(scope, answer)).toMatchObject({ writable: true, removable: false });
  });

  it("twin: the manager of the unit deletes it and brings it back whole", async () => {
    await asPerson(company.user.Mia);
    const removal = (await deleteFeedback({ id: answer }))?.data?.removal ?? "";
    expect(await stored()).toBeUndefined();
    expect((await undoRemoval({ removal }))?.serverError).toBeUndefined();
    expect(await stored()).toMatchObject(WRITTEN);
  });
});
