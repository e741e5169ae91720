import { beforeAll, describe, expect, it, vi } from "vitest";
import { attachmentsOf } from "@/lib/attachments/queries/attachments";
import { addComment } from "@/lib/discussion/data/comments";
import { discussionOf } from "@/lib/discussion/queries/discussion";
import { notificationPage } from "@/lib/discussion/queries/notifications";
import { recentRecords } from "@/lib/discussion/queries/recent-records";
import { createFeedback } from "@/lib/feedback/actions/feedback";
import { write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { RecordKind, RecordRef } from "@/lib/shared/record";
import { acting, outcome } from "@/tests/integration/settings/acting";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/auth/session", () => ({
  actionScope: async () => {
    if (!acting.scope) throw new AppError("signedOut");
    return acting.scope;
  },
}));

// Every kind of record that can be discussed is so for whoever sees it, and for nobody else.

type Person = keyof Company["user"];
let company: Company;
const ids = {} as Record<"activity" | "feedback" | "market_note", string>;

beforeAll(async () => {
  company = await createCompany();
  const place = { owner_id: company.user.Rae, unit_id: company.unit.E1 };
  ids.activity = await insertRow("activity", { ...place, kind: "demo", day: "2026-03-01" });
  ids.feedback = await insertRow("feedback", {
    ...{ ...place, kind: "complaint", channel: "phone", given_on: "2026-03-01" },
    text: "The hinge broke",
  });
  ids.market_note = await insertRow("market_note", {
    ...{ kind: "price", title: "They are cheaper now", happened_on: "2026-03-01" },
    ...{ impact: "threat", credibility: "confirmed", author_id: company.user.Rae },
  });
});

const scope = (person: Person) => scopeFor(company.user[person]);
const say = async (person: Person, record: RecordRef) =>
  write(await scope(person), (tx) =>
    addComment(tx, company.user[person], { record, body: `by ${person}`, replyTo: null }),
  );
const told = async (person: Person) =>
  (await notificationPage(await scope(person), {})).rows.map((row) => [
    row.kind,
    row.record.kind,
    row.title?.name,
    row.title?.nameEn ?? null,
  ]);

describe.each<[RecordKind, readonly Person[], readonly Person[]]>([
  ["activity", ["Rae", "Mia", "Ada"], ["Rob", "Wes", "Max"]],
  ["feedback", ["Rae", "Mia", "Ada"], ["Rob", "Wes", "Max"]],
  ["market_note", ["Rae", "Rob", "Wes", "Max"], []],
])("%s", (kind, seeing, others) => {
  const record = (): RecordRef => ({ kind, id: ids[kind as keyof typeof ids] });

  it("is discussed by whoever sees it", async () => {
    for (const person of seeing) {
      await say(person, record());
      const { comments } = await discussionOf(await scope(person), record());
      expect(comments.at(-1)?.body).toBe(`by ${person}`);
      expect((await attachmentsOf(await scope(person), record())).files).toEqual([]);
      const visited = [`${kind}:${record().id}`];
      expect(await recentRecords(await scope(person), visited, "en")).toHaveLength(1);
    }
  });

  it("is nothing to anybody else", async () => {
    for (const person of others) {
      await expect(say(person, record())).rejects.toThrow("notFound");
      await expect(discussionOf(await scope(person), record())).rejects.toThrow("notFound");
      const visited = [`${kind}:${record().id}`];
      expect(await recentRecords(await scope(person), visited, "en")).toEqual([]);
    }
  });
});

describe("notifications", () => {
  it("name the record in the words it has, or by its kind in both languages", async () => {
    const rae = await told("Rae");
    expect(rae).toContainEqual(["comment", "activity", "演示", "Demo"]);
    expect(rae).toContainEqual(["comment", "feedback", "The hinge broke", null]);
    expect(rae).toContainEqual(["comment", "market_note", "They are cheaper now", null]);
  });

  it("tell whoever is to answer feedback that somebody else brought", async () => {
    const today = new Date().toISOString().slice(0, 10);
    acting.scope = await scope("Mia");
    const said = {
      ...({ kind: "praise", channel: "phone", score: null, severity: null } as const),
      ...{ text: "Well done", givenOn: today, contact: null, customerId: null, dealId: null },
      ...{ productId: null, competitorId: null, ownerId: company.user.Ray },
    };
    expect(outcome(await createFeedback(said))).toBe("ok");
    expect(await told("Ray")).toEqual([["assigned", "feedback", "Well done", null]]);
    const others = await query(
      "SELECT 1 FROM notification WHERE kind = 'assigned' AND user_id <> $1",
      [company.user.Ray],
    );
    expect(others).toEqual([]);
  });
});
