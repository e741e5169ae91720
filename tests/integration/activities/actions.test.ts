import { beforeAll, describe, expect, it, vi } from "vitest";
import * as actions from "@/lib/activities/actions";
import { activityDetail, activityList, contactMeetings } from "@/lib/activities/queries";
import { AppError } from "@/lib/platform/errors";
import { addDays } from "@/lib/shared/business-date";
import { undoRemoval } from "@/lib/undo/actions";
import { acting, outcome } from "@/tests/integration/settings/acting";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));
vi.mock("@/lib/platform/auth/session", () => ({
  actionScope: async () => {
    if (!acting.scope) throw new AppError("signedOut");
    return acting.scope;
  },
}));

let company: Company;
let records: Records;
const today = new Date().toISOString().slice(0, 10) as `${number}-${number}-${number}`;

beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});

const as = async (person: keyof Company["user"]) => {
  acting.scope = await scopeFor(company.user[person]);
  return acting.scope;
};

type Input = Parameters<typeof actions.createActivity>[0];
const BLANK: Input = {
  ...({ kind: "call", status: "planned" } as const),
  ...{ day: today, time: "", minutes: null, subject: "", outcome: "" as const, notes: "" },
  ...{ nextStep: "", nextStepOn: "", dealId: null, customerId: null },
};

async function made(input: Partial<Input> = {}) {
  const { data } = await actions.createActivity({ ...BLANK, ...input });
  if (!data) throw new Error("not made");
  return data;
}

describe("a follow-up", () => {
  it("of a deal belongs to the deal's customer and to the owner's unit of that day", async () => {
    const scope = await as("Rae");
    const { id } = await made({ dealId: records.of.Rae.deal, time: "15:00", subject: "New plan" });
    const { activity, writable } = await activityDetail(scope, id);
    expect(activity.customer?.id).toBe(records.of.Rae.customer);
    expect(activity.unit.id).toBe(company.unit.E1);
    expect([activity.time, activity.subject, writable]).toEqual(["15:00", "New plan", true]);
  });

  it("done with a next step brings the next one, which follows its changes until it is done", async () => {
    const scope = await as("Rae");
    const customerId = records.of.Rae.customer;
    const step = { nextStep: "Send the offer", nextStepOn: addDays(today, 3) };
    const { id, version } = await made({ status: "done", customerId, ...step });
    const next = () =>
      query<{ day: string; subject: string; customer_id: string; id: string }>(
        "SELECT id, day::text, subject, customer_id FROM activity WHERE follows_id = $1",
        [id],
      );
    expect(await next()).toMatchObject([
      { day: addDays(today, 3), subject: "Send the offer", customer_id: customerId },
    ]);
    const edit = { ...BLANK, id, version, status: "done" as const, customerId };
    const moved = { nextStep: "Send the new offer", nextStepOn: addDays(today, 5) };
    expect(outcome(await actions.editActivity({ ...edit, ...moved }))).toBe("ok");
    expect(await next()).toMatchObject([{ day: addDays(today, 5), subject: "Send the new offer" }]);
    const { rows } = await activityList(scope, { q: "new offer", status: "planned" });
    expect(rows).toHaveLength(1);
  });

  it("is done, reopened and put off in one step each; a stale step is refused with what is saved", async () => {
    await as("Rae");
    const { id, version } = await made({ subject: "Ring" });
    const done = await actions.completeActivity({ id, version, outcome: "positive" });
    expect(done.data).toEqual({ id, version: version + 1 });
    const stale = await actions.rescheduleActivity({ id, version, day: addDays(today, 1) });
    expect(stale.serverError).toMatchObject({
      code: "conflict",
      current: { status: "done", outcome: "positive", version: version + 1 },
    });
    await actions.reopenActivity({ id, version: version + 1, day: "2031-03-05" });
    expect(await query("SELECT day::text FROM activity WHERE id = $1", [id])).toEqual([
      { day: "2031-03-05" },
    ]);
    const later = { id, version: version + 2, day: addDays(today, 1) };
    expect(outcome(await actions.rescheduleActivity(later))).toBe("ok");
  });

  it("done by two at once is done once; the other sees the conflict", async () => {
    await as("Rae");
    const { id, version } = await made();
    const both = await Promise.all([
      actions.completeActivity({ id, version }),
      actions.completeActivity({ id, version }),
    ]);
    expect(both.map(outcome).sort()).toEqual(["conflict", "ok"]);
  });

  it("comes back after a delete, for whoever deleted it and nobody else", async () => {
    await as("Rae");
    const { id } = await made({ subject: "Deleted by mistake", time: "09:30" });
    const { data } = await actions.deleteActivity({ id });
    const removal = data?.removal ?? "";
    await as("Rob");
    expect(outcome(await undoRemoval({ removal }))).toBe("undoGone");
    const scope = await as("Rae");
    expect(outcome(await undoRemoval({ removal }))).toBe("ok");
    expect((await activityDetail(scope, id)).activity).toMatchObject({
      subject: "Deleted by mistake",
      time: "09:30",
    });
  });

  it("of a deal that went to somebody else can still be closed and keeps the deal", async () => {
    await as("Rob");
    const { id, version } = await made({ dealId: records.of.Rob.deal });
    const moved = [company.user.Wes, company.unit.W1, records.of.Rob.deal];
    await query("UPDATE deal SET owner_id = $1, unit_id = $2 WHERE id = $3", moved);
    const edit = { ...BLANK, id, version, status: "done" as const };
    expect(outcome(await actions.editActivity(edit))).toBe("ok");
    const rows = await query("SELECT deal_id FROM activity WHERE id = $1", [id]);
    expect(rows).toEqual([{ deal_id: records.of.Rob.deal }]);
  });
});

describe("the contacts who take part", () => {
  const person = (rep: "Rae" | "Wes", name: string) =>
    insertRow("contact", { customer_id: records.of[rep].customer, name });
  const named = async (scope: Awaited<ReturnType<typeof as>>, id: string) =>
    (await activityDetail(scope, id)).activity.contacts.map((contact) => contact.name);

  it("are those of its customer, also of its deal's; saving without them keeps them", async () => {
    const scope = await as("Rae");
    const [li, wu] = [await person("Rae", "Li"), await person("Rae", "Wu")];
    const { id } = await made({ dealId: records.of.Rae.deal, contactIds: [li, wu] });
    expect(await named(scope, id)).toEqual(["Li", "Wu"]);
    const edit = { ...BLANK, id, customerId: records.of.Rae.customer };
    await actions.editActivity({ ...edit, version: 1, subject: "Same people" });
    expect(await named(scope, id)).toEqual(["Li", "Wu"]);
    await actions.editActivity({ ...edit, version: 2, contactIds: [wu] });
    expect(await named(scope, id)).toEqual(["Wu"]);
    expect((await activityList(scope, { contact: [wu] })).rows.map((row) => row.id)).toEqual([id]);
    expect((await contactMeetings(scope, records.of.Rae.customer)).get(wu)?.count).toBe(1);
  });

  it("leave with the customer, and are back with a deleted follow-up", async () => {
    const scope = await as("Ada");
    const li = await person("Rae", "Zhao");
    const ownerId = company.user.Rae;
    const first = await made({ ownerId, customerId: records.of.Rae.customer, contactIds: [li] });
    const { data } = await actions.deleteActivity({ id: first.id });
    expect(outcome(await undoRemoval({ removal: data?.removal ?? "" }))).toBe("ok");
    expect(await named(scope, first.id)).toEqual(["Zhao"]);
    const moved = { ...BLANK, ...first, customerId: records.of.Wes.customer };
    expect(outcome(await actions.editActivity(moved))).toBe("ok");
    const left = await query("SELECT 1 FROM activity_contact WHERE activity_id = $1", [first.id]);
    expect(left).toEqual([]);
  });

  it("of another customer are refused, and unknown where one may not see them", async () => {
    await as("Rae");
    const foreign = await person("Wes", "Not yours");
    const customerId = records.of.Rae.customer;
    const wrong = { ...BLANK, customerId, contactIds: [foreign] };
    expect(outcome(await actions.createActivity(wrong))).toBe("contactUnknown");
    const own = await actions.loadContacts({ dealId: null, customerId });
    expect(own.data?.map((one) => one.label)).toContain("Li");
    const others = await actions.loadContacts({
      dealId: null,
      customerId: records.of.Wes.customer,
    });
    expect(others.data).toEqual([]);
  });
});

describe("refusals", () => {
  it("others' deals, customers, people and follow-ups do not exist", async () => {
    await as("Wes");
    const { id } = await made({ subject: "Secret" });
    await as("Rae");
    const wrong = [
      actions.createActivity({ ...BLANK, dealId: records.of.Wes.deal }),
      actions.createActivity({ ...BLANK, customerId: records.of.Wes.customer }),
      actions.deleteActivity({ id }),
      actions.completeActivity({ id, version: 1 }),
    ];
    expect((await Promise.all(wrong)).map(outcome)).toEqual(Array(4).fill("notFound"));
    const forOther = await actions.createActivity({ ...BLANK, ownerId: company.user.Wes });
    expect(outcome(forOther)).toBe("forbidden");
  });

  it("a manager plans for a rep below, not beside", async () => {
    await as("Mia");
    const plan = (ownerId: string) => actions.createActivity({ ...BLANK, ownerId });
    expect(outcome(await plan(company.user.Ray))).toBe("ok");
    expect(outcome(await plan(company.user.Wes))).toBe("forbidden");
  });

  it.each([
    [{ day: "1969-12-31" }, { day: ["dateRange"] }],
    [{ day: "2101-01-01" }, { day: ["dateRange"] }],
    [{ day: "" }, { day: ["required"] }],
    [{ day: "2026-02-30" }, { day: ["dateInvalid"] }],
    [{ subject: "x".repeat(10_000) }, { subject: ["tooLong"] }],
    [{ minutes: 1e9 }, { minutes: ["tooLarge"] }],
    [{ time: "25:00" }, { time: ["timeInvalid"] }],
  ])("%j gets its field error", async (wrong, fieldErrors) => {
    await as("Rae");
    const answer = await actions.createActivity({ ...BLANK, ...wrong });
    expect(answer.validationErrors).toMatchObject({ fieldErrors });
  });

  it("markup, emoji and right-to-left text are text; the character 0 is none", async () => {
    const scope = await as("Rae");
    const subject = "<script>alert(1)</script> 🎉 שלום";
    const { id } = await made({ subject, notes: "a\u0000b" });
    const { activity } = await activityDetail(scope, id);
    expect([activity.subject, activity.notes]).toEqual([subject, "ab"]);
  });
});
