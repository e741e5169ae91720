import { beforeAll, describe, expect, it } from "vitest";
import * as comments from "@/lib/discussion/data/comments";
import { setFollowing } from "@/lib/discussion/data/following";
import { markRead } from "@/lib/discussion/data/inbox";
import { discussionOf, suggestMentions } from "@/lib/discussion/queries/discussion";
import { notificationPage, unreadCount } from "@/lib/discussion/queries/notifications";
import { read, type Tx, write } from "@/lib/platform/db/access";
import type { RecordRef } from "@/lib/shared/record";
import { removing, undo } from "@/lib/undo/data";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, type Records } from "@/tests/setup/records";

type Person = keyof Company["user"];
let company: Company;
let records: Records;
let deal: RecordRef;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  deal = { kind: "deal", id: records.of.Rae.deal };
});

const scope = (person: Person) => scopeFor(company.user[person]);
const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>) =>
  write(await scope(person), work);
const say = (person: Person, body: string, replyTo: string | null = null, record = deal) =>
  as(person, (tx) => comments.addComment(tx, company.user[person], { record, body, replyTo }));
const inbox = async (person: Person) =>
  (await notificationPage(await scope(person), {})).rows.map(({ kind, title, comment }) => [
    kind,
    title?.name ?? null,
    comment,
  ]);
const readAll = (person: Person) => as(person, (tx) => markRead(tx, company.user[person], null));

describe("who sees a comment", () => {
  it("is exactly who sees its record: its owner, their manager, the admin", async () => {
    const id = await say("Rae", "secret price 42");
    for (const person of ["Rae", "Mia", "Ada"] as const) {
      const { comments: seen } = await discussionOf(await scope(person), deal);
      expect(seen.map((one) => one.id)).toContain(id);
    }
    for (const person of ["Rob", "Ray", "Max", "Wes"] as const) {
      await expect(discussionOf(await scope(person), deal)).rejects.toThrow("notFound");
      const rows = await read(await scope(person), (tx) => tx.comment.findMany());
      expect(rows).toEqual([]);
    }
  });

  it("follows the deal when it is handed to somebody else", async () => {
    const other = { kind: "deal", id: records.of.Rob.deal } as const;
    await say("Rob", "before the move", null, other);
    await query("UPDATE deal SET owner_id = $1, unit_id = $2 WHERE id = $3", [
      company.user.Wes,
      company.unit.W1,
      other.id,
    ]);
    const seen = await discussionOf(await scope("Wes"), other);
    expect(seen.comments.map(({ body }) => body)).toEqual(["before the move"]);
    await expect(discussionOf(await scope("Rob"), other)).rejects.toThrow("notFound");
    // The line in the former owner's list says nothing of the deal any more.
    await as("Wes", (tx) =>
      comments.addComment(tx, company.user.Wes, { record: other, body: "ours now", replyTo: null }),
    );
    expect(JSON.stringify(await inbox("Rob"))).not.toContain("ours now");
  });
});

describe("an attacker", () => {
  const foreign = () => ({ kind: "deal", id: records.of.Wes.deal }) as const;

  it("does not comment on, follow, or ask people about a record they may not see", async () => {
    await expect(say("Rae", "hello", null, foreign())).rejects.toThrow("notFound");
    const row = { subjectKind: "deal", subjectId: foreign().id, authorId: company.user.Rae };
    await expect(
      as("Rae", (tx) => tx.comment.createMany({ data: [{ ...row, body: "x" }] })),
    ).rejects.toThrow(/row-level security/);
    await expect(
      as("Rae", (tx) => setFollowing(tx, company.user.Rae, foreign(), true)),
    ).rejects.toThrow(/row-level security/);
    await expect(suggestMentions(await scope("Rae"), foreign(), "", "en")).rejects.toThrow(
      "notFound",
    );
  });

  it("does not write in another's name, nor change or delete another's words", async () => {
    const id = await say("Rae", "mine");
    await expect(
      as("Mia", (tx) =>
        tx.comment.createMany({
          data: [
            { subjectKind: "deal", subjectId: deal.id, authorId: company.user.Rae, body: "x" },
          ],
        }),
      ),
    ).rejects.toThrow(/row-level security/);
    const edit = { id, version: 1, body: "yours" };
    for (const person of ["Mia", "Ada"] as const) {
      await expect(
        as(person, (tx) => comments.editComment(tx, company.user[person], edit)),
      ).rejects.toThrow("notFound");
      const touched = await as(person, async (tx) => [
        await tx.comment.updateMany({ where: { id }, data: { body: "x" } }),
        await tx.comment.deleteMany({ where: { id } }),
      ]);
      expect(touched.map(({ count }) => count)).toEqual([0, 0]);
    }
    await as("Rae", (tx) => comments.editComment(tx, company.user.Rae, edit));
    await expect(
      as("Rae", (tx) =>
        tx.comment.updateMany({ where: { id }, data: { subjectId: foreign().id } }),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("does not answer a comment of another record, nor mention who may not see this one", async () => {
    const theirs = await say("Wes", "elsewhere", null, foreign());
    const id = await say("Rae", "an answer?", theirs);
    const { comments: seen } = await discussionOf(await scope("Rae"), deal);
    expect(seen.find((one) => one.id === id)?.replyTo).toBeNull();
    await expect(
      as("Rae", (tx) =>
        tx.comment.createMany({
          data: [
            {
              subjectKind: "deal",
              subjectId: deal.id,
              authorId: company.user.Rae,
              body: "x",
              replyToId: theirs,
            },
          ],
        }),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(say("Rae", `look @{${company.user.Wes}}`)).rejects.toThrow("mentionUnseen");
    expect(JSON.stringify(await inbox("Wes"))).not.toContain("look");
  });

  it("does not read, mark or write the notifications of others", async () => {
    await readAll("Mia");
    await say("Rae", `@{${company.user.Mia}} for Mia's eyes`);
    const seen = await read(await scope("Ada"), (tx) => tx.notification.findMany());
    expect(seen.every(({ userId }) => userId === company.user.Ada)).toBe(true);
    await as("Ada", (tx) => markRead(tx, company.user.Mia, null));
    expect(await unreadCount(await scope("Mia"))).toBe(1);
    const row = {
      userId: company.user.Mia,
      kind: "mention",
      subjectKind: "deal",
      subjectId: deal.id,
    };
    await expect(as("Rae", (tx) => tx.notification.createMany({ data: [row] }))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("mentioning", () => {
  it("suggests only people who may see the record, those who take part first", async () => {
    const names = async (text: string) =>
      (await suggestMentions(await scope("Rae"), deal, text, "en")).map(({ name }) => name);
    expect(await names("")).toEqual(["Mia", "Ada"]);
    expect(await names("a")).toEqual(["Mia", "Ada"]);
    expect(await names("Wes")).toEqual([]);
    const byMia = await suggestMentions(await scope("Mia"), deal, "", "en");
    expect(byMia.map(({ name }) => name)).toEqual(["Rae", "Ada"]);
  });

  it("leaves the asking person's own scope as it was", async () => {
    const own = await as("Rae", async (tx) => {
      await tx.$queryRaw`SELECT app_people_seeing('deal', ${deal.id}::uuid, ${Object.values(company.user)}::uuid[])::text`;
      return tx.$queryRaw`SELECT current_setting('role') AS role, app_user_id()::text AS id, app_sees_all() AS all, app_unit_ids()::text AS units`;
    });
    expect(own).toEqual([{ role: "closeloop_app", id: company.user.Rae, all: false, units: "{}" }]);
  });
});

describe("telling people", () => {
  it("mention before answer before following; never who says it", async () => {
    const record = { kind: "customer", id: records.of.Rae.customer } as const;
    for (const person of ["Rae", "Mia", "Ada"] as const) await readAll(person);
    const unread = async (person: Person) =>
      (await notificationPage(await scope(person), { unread: true })).rows.map(({ kind }) => kind);
    const first = await say("Mia", "How is it going?", null, record);
    expect([await unread("Rae"), await unread("Mia"), await unread("Ada")]).toEqual([
      ["comment"],
      [],
      [],
    ]);
    await readAll("Rae");
    await say("Rae", `Well. @{${company.user.Ada}}, the price?`, first, record);
    expect([await unread("Rae"), await unread("Mia"), await unread("Ada")]).toEqual([
      [],
      ["reply"],
      ["mention"],
    ]);
    // Mia stops following: an answer still reaches her, other comments do not.
    await readAll("Mia");
    await as("Mia", (tx) => setFollowing(tx, company.user.Mia, record, false));
    await say("Ada", "42", null, record);
    expect([await unread("Rae"), await unread("Mia")]).toEqual([["comment"], []]);
    await say("Ada", "42, Mia", first, record);
    expect(await unread("Mia")).toEqual(["reply"]);
  });

  it("names new mentions only when a comment is edited", async () => {
    const id = await say("Rae", `@{${company.user.Mia}} see`);
    await readAll("Mia");
    const body = `@{${company.user.Mia}} and @{${company.user.Ada}} see`;
    await as("Rae", (tx) => comments.editComment(tx, company.user.Rae, { id, version: 1, body }));
    expect(await unreadCount(await scope("Mia"))).toBe(0);
    expect((await inbox("Ada"))[0]).toEqual(["mention", "Rae's secret deal", body]);
    await expect(
      as("Rae", (tx) =>
        comments.editComment(tx, company.user.Rae, { id, version: 1, body: "old" }),
      ),
    ).rejects.toMatchObject({ code: "conflict", current: { body, version: 2 } });
  });

  it("shows neither title nor text once the receiver may no longer see the record, and both again", async () => {
    const record = { kind: "deal", id: records.of.Ray.deal } as const;
    await say("Mia", `@{${company.user.Ray}} secret plan`, null, record);
    expect((await inbox("Ray"))[0]?.slice(1)).toEqual(["Ray's secret deal", expect.any(String)]);
    await query("UPDATE deal SET owner_id = $1 WHERE id = $2", [company.user.Wes, record.id]);
    expect((await inbox("Ray"))[0]).toEqual(["mention", null, null]);
    await query("UPDATE deal SET owner_id = $1 WHERE id = $2", [company.user.Ray, record.id]);
    expect((await inbox("Ray"))[0]?.[1]).toBe("Ray's secret deal");
  });
});

describe("deleting a comment", () => {
  it("can be undone; answers and what was said stay", async () => {
    const id = await say("Rae", "to be deleted");
    const answer = await say("Mia", "answer", id);
    const removal = await as("Rae", (tx) =>
      removing(tx, "comment", () => comments.deleteComment(tx, company.user.Rae, id)),
    );
    const replyOf = async () => {
      const { comments: seen } = await discussionOf(await scope("Mia"), deal);
      return seen.find((one) => one.id === answer)?.replyTo;
    };
    expect(await replyOf()).toBeNull();
    await as("Rae", (tx) => undo(tx, removal));
    expect((await replyOf())?.body).toBe("to be deleted");
  });
});
