import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { PUT } from "@/app/api/attachments/[id]/route";
import { POST } from "@/app/api/attachments/route";
import { finishUpload, openUpload, receivePiece } from "@/lib/attachments/queries/upload";
import type { Scope } from "@/lib/platform/scope";
import type { RecordRef } from "@/lib/shared/record";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";
import { createRecords, type Records } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));

let company: Company;
let records: Records;
let rae: Scope;
let deal: RecordRef;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  rae = await scopeFor(company.user.Rae);
  deal = { kind: "deal", id: records.of.Rae.deal };
});
beforeEach(() => asPerson(company.user.Rae));

const note = (record: RecordRef) => ({ record, name: "note.txt", size: 1 });
const letter = { part: 0, bytes: new TextEncoder().encode("x") };
async function whole(): Promise<string> {
  const id = await openUpload(rae, note(deal));
  await receivePiece(rae, id, letter);
  return id;
}
const outcomes = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) =>
    one.status === "fulfilled" ? "done" : (one.reason as { code?: string }).code,
  );

describe("files of one record", () => {
  it("are a hundred at most, also when many uploads opened before end at once", async () => {
    await query(
      `WITH f AS (INSERT INTO stored_file (user_id, subject_kind, subject_id, name, size, ready_at)
         SELECT $1, 'deal', $2, 'old.txt', 0, now() FROM generate_series(1, 98) RETURNING id)
       INSERT INTO attachment (subject_kind, subject_id, author_id, file_id, name, content_type, size)
         SELECT 'deal', $2, $1, id, 'old.txt', 'text/plain', 0 FROM f`,
      [company.user.Rae, deal.id],
    );
    const ids = [await whole(), await whole(), await whole(), await whole()];
    const ended = await outcomes(ids.map((id) => finishUpload(rae, id)));
    expect(ended.sort()).toEqual(["attachmentsFull", "attachmentsFull", "done", "done"]);
    await expect(openUpload(rae, note(deal))).rejects.toMatchObject({ code: "attachmentsFull" });
  });
});

describe("uploads nobody finishes", () => {
  it("are fifty of a person at most; twin: others still bring theirs", async () => {
    const wes = await scopeFor(company.user.Wes);
    const own = note({ kind: "deal", id: records.of.Wes.deal });
    const opened = await outcomes(Array.from({ length: 55 }, () => openUpload(wes, own)));
    expect(opened.filter((one) => one === "done")).toHaveLength(50);
    expect(opened.filter((one) => one === "uploadsOpen")).toHaveLength(5);
    const rob = await scopeFor(company.user.Rob);
    const other = note({ kind: "deal", id: records.of.Rob.deal });
    expect(await openUpload(rob, other)).toBeTypeOf("string");
  });
});

describe("a body without end", () => {
  /** Sends zeros for as long as somebody reads; counts the bytes that were asked for. */
  function endless() {
    const sent = { bytes: 0 };
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent.bytes += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    return { sent, init: { body, duplex: "half" } as RequestInit };
  }

  it("is read no further than a part may be long; twin: a part of that length is kept", async () => {
    const file = await openUpload(rae, {
      ...note({ kind: "customer", id: records.of.Rae.customer }),
      size: 1_000_000,
    });
    const context = { params: Promise.resolve({ id: file }) };
    const url = `http://localhost/api/attachments/${file}?part=0`;
    const { sent, init } = endless();
    const refused = await PUT(new Request(url, { method: "PUT", ...init }), context);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ error: { code: "attachmentTooLarge" } });
    expect(sent.bytes).toBeLessThan(1_500_000);
    const part = new Request(url, { method: "PUT", body: new Uint8Array(1_000_000) });
    expect((await PUT(part, context)).status).toBe(204);
  });

  it("opens no upload either", async () => {
    const { sent, init } = endless();
    const url = "http://localhost/api/attachments";
    expect((await POST(new Request(url, { method: "POST", ...init }))).status).toBe(404);
    expect(sent.bytes).toBeLessThan(500_000);
  });
});
