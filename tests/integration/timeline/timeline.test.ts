import { beforeAll, describe, expect, it } from "vitest";
import { addComment } from "@/lib/discussion/data/comments";
import { write } from "@/lib/platform/db/access";
import { EVENT_KINDS, type EventKind } from "@/lib/timeline/domain/event";
import { timelineOf } from "@/lib/timeline/queries";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

// Rae's deal: recorded in January, won and sold on 15 February by createRecords; then a call in March,
// feedback in April, a hand-over asked and declined in May, and a comment today.

type Person = keyof Company["user"];
let company: Company;
let records: Records;

beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  const { deal, customer } = records.of.Rae;
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  const about = { ...place, deal_id: deal, customer_id: customer };
  await insertRow("activity", { ...about, kind: "call", status: "done", day: "2026-03-01" });
  await insertRow("activity", { ...about, kind: "call", status: "planned", day: "2026-03-02" });
  await insertRow("feedback", {
    ...{ ...about, kind: "nps", score: 9, channel: "phone", given_on: "2026-04-01" },
    received_at: "2026-04-01T08:00:00Z",
  });
  await insertRow("deal_hand_over", {
    ...{ deal_id: deal, from_id: company.user.Rae, to_id: company.user.Rob },
    ...{ to_unit_id: company.unit.E1, due_on: "2026-05-09", status: "declined", answer: "Too far" },
    ...{ decided_by_id: company.user.Rob, decided_at: "2026-05-03T08:00:00Z" },
    created_at: "2026-05-01T08:00:00Z",
  });
  await write(await scopeFor(company.user.Mia), (tx) =>
    addComment(tx, company.user.Mia, {
      ...{ record: { kind: "deal", id: deal }, replyTo: null },
      body: `Well done @{${company.user.Rae}}`,
    }),
  );
});

const timeline = async (
  person: Person,
  kind: "deal" | "customer",
  { only = null, limit = 50 }: { only?: EventKind | null; limit?: number } = {},
) => {
  const subject = { kind, id: records.of.Rae[kind] };
  return timelineOf(await scopeFor(company.user[person]), subject, { only, limit });
};
const kindsOf = (view: Awaited<ReturnType<typeof timeline>>) => view.events.map(({ kind }) => kind);

describe("the timeline of a deal", () => {
  it("has what all areas know in one order, the latest first, and nothing that is only planned", async () => {
    const view = await timeline("Rae", "deal");
    const told = view.events.filter(({ kind }) => kind !== "change");
    expect(told.map((event) => [event.kind, event.day])).toEqual([
      ["comment", new Date().toISOString().slice(0, 10)],
      ["handOver", "2026-05-03"],
      ["handOver", "2026-05-01"],
      ["feedback", "2026-04-01"],
      ["activity", "2026-03-01"],
      ["sale", "2026-02-15"],
    ]);
    expect(kindsOf(view)).toContain("change");
    expect(view.people.get(company.user.Rae)?.name).toBe("Rae");
  });

  it("tells each change of the deal with what was before", async () => {
    await query("UPDATE deal SET expected_base_amount = 250, expected_amount = 250 WHERE id = $1", [
      records.of.Rae.deal,
    ]);
    const { events } = await timeline("Rae", "deal", { only: "change" });
    expect(events[0]).toMatchObject({
      kind: "change",
      told: { before: { amount: 100 }, after: { amount: 250 } },
    });
    expect(events.at(-1)).toMatchObject({ told: { before: null } });
  });

  it("shows one kind where asked, and says how many come next", async () => {
    for (const only of EVENT_KINDS) {
      const kinds = kindsOf(await timeline("Rae", "deal", { only }));
      expect(new Set(kinds)).toEqual(new Set([only]));
    }
    const short = await timeline("Rae", "deal", { limit: 2 });
    expect([short.events.length, short.next]).toEqual([2, 32]);
    expect((await timeline("Rae", "deal")).next).toBeNull();
  });
});

describe("the timeline of a customer", () => {
  it("has that of its deals", async () => {
    const view = await timeline("Mia", "customer");
    expect(new Set(kindsOf(view))).toEqual(new Set(EVENT_KINDS));
    expect(view.events.find(({ kind }) => kind === "handOver")?.deal?.id).toBe(records.of.Rae.deal);
  });

  it("is empty for whoever sees nothing of it", async () => {
    for (const person of ["Wes", "Max"] as const)
      for (const kind of ["deal", "customer"] as const)
        expect((await timeline(person, kind)).events).toEqual([]);
  });
});
