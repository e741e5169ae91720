import { beforeAll, describe, expect, it } from "vitest";
import { openUpload as open } from "@/lib/imports/data/open-upload";
import { batchPage, dataPage, reviewPage } from "@/lib/imports/queries/data-page";
import { mayImport } from "@/lib/imports/queries/permission";
import { receivePart } from "@/lib/imports/queries/receive-part";
import { rejectedDownload } from "@/lib/imports/queries/rejected-download";
import { runStream } from "@/lib/imports/queries/run-stream";
import { write } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

function openUpload(scope: Scope, choice: string, text: string): Promise<string> {
  return write(scope, (tx) => open(tx, scope.userId, { choice, text }));
}

const mapping = JSON.stringify({
  version: 1,
  source: "upload",
  entries: [
    {
      file: "sales.csv",
      kind: "sales",
      fields: { id: "id", soldOn: "day", owner: "rep", amount: "amount" },
    },
  ],
});
const text =
  "id,day,rep,amount\n1,2024-01-02,Rae,10\n2,2024-01-02,Nobody,10\n3,2024-01-03,Robb,5\n";
const everything = { limit: 50, offset: 0 };

async function send(
  scope: Scope,
  id: string,
  name: string,
  content: string,
  size = 20,
): Promise<void> {
  const bytes = new TextEncoder().encode(content);
  const parts = Math.ceil(bytes.length / size);
  for (let part = 0; part < parts; part++) {
    const last: Record<string, string> = part === parts - 1 ? { size: String(bytes.length) } : {};
    const slice = bytes.slice(part * size, (part + 1) * size);
    await receivePart(scope, id, { name, part: String(part), ...last }, slice);
  }
}

async function run(scope: Scope, id: string, mode: string, aliases: object[] = []) {
  const lines = (await new Response(runStream(scope, id, { mode, aliases }, async () => {})).text())
    .trim()
    .split("\n");
  return JSON.parse(lines.at(-1) ?? "null");
}

describe("uploads", () => {
  let company: Company;
  let admin: Scope;
  beforeAll(async () => {
    company = await createCompany();
    admin = await scopeFor(company.user.Ada);
  });

  it("goes from parts by dry run, alias and confirmation to a batch", async () => {
    const id = await openUpload(admin, "file", mapping);
    await send(admin, id, "sales.csv", text);
    expect(await run(admin, id, "check")).toEqual({ done: id });
    expect(await query("select count(*)::int from sale")).toEqual([{ count: 0 }]);

    const review = await reviewPage(admin, id, everything);
    expect(review?.report?.counts).toMatchObject([{ kind: "sales", created: 1, rejected: 2 }]);
    expect(review?.rejected.rejections.map(({ row, value }) => [row, value])).toEqual([
      [3, "Nobody"],
      [4, "Robb"],
    ]);
    const [proposal] = review?.report?.proposals ?? [];
    expect(proposal).toMatchObject({ kind: "reps", value: "Robb", target: "Rob" });
    const file = await rejectedDownload(admin, id, "sales.csv", ({ reason }) => reason);
    expect(file).toContain("2,2024-01-02,Nobody,10,reference\r\n");

    const alias = { kind: "reps", value: "Robb", target: "Rob" };
    const { done } = await run(admin, id, "import", [alias]);
    const batch = await batchPage(admin, done, everything);
    expect(batch?.counts).toMatchObject([{ created: 2, rejected: 1 }]);
    expect(batch?.createdBy?.name).toBe("Ada");
    expect(batch?.rejected.total).toBe(1);
    expect(await rejectedDownload(admin, done, "sales.csv", () => "why")).toContain(
      "Nobody,10,why",
    );
    expect(await query("select count(*)::int from import_upload_chunk")).toEqual([{ count: 0 }]);
    expect(await reviewPage(admin, id, everything)).toBeNull();
  });

  it("offers the mapping again and finds nothing to change", async () => {
    const { earlier, batches } = await dataPage(admin, everything);
    expect(earlier).toEqual([{ value: `batch:${batches[0]?.id}`, title: "upload" }]);
    const id = await openUpload(admin, earlier[0]?.value ?? "", "");
    await send(admin, id, "sales.csv", text);
    await run(admin, id, "check");
    const review = await reviewPage(admin, id, everything);
    expect(review?.report?.counts).toMatchObject([{ created: 0, unchanged: 2, rejected: 1 }]);
  });

  it("takes a file anew when it is sent again", async () => {
    const id = await openUpload(admin, "file", mapping);
    await send(admin, id, "sales.csv", text, 10);
    await send(admin, id, "sales.csv", "id,day,rep,amount\n9,2024-01-02,Rae,10\n", 1000);
    await run(admin, id, "check");
    const review = await reviewPage(admin, id, everything);
    expect(review?.report?.counts).toMatchObject([{ created: 1, rejected: 0 }]);
  });

  it("says what a person can mend", async () => {
    const id = await openUpload(admin, "file", mapping);
    expect(await run(admin, id, "check")).toEqual({ error: { code: "importNoFiles" } });
    await receivePart(admin, id, { name: "sales.csv", part: "0" }, new Uint8Array([65]));
    expect(await run(admin, id, "check")).toMatchObject({ error: { code: "importPartial" } });
    await send(admin, id, "sales.csv", "id,day\n1,2\n");
    expect(await run(admin, id, "check")).toEqual({
      error: { code: "importColumns", details: { file: "sales.csv", columns: "rep, amount" } },
    });
    await send(admin, id, "sales.csv", 'id,day,rep,amount\n"1');
    expect(await run(admin, id, "check")).toMatchObject({ error: { code: "importUnreadable" } });
  });

  it("refuses parts that are too large or oddly named", async () => {
    const id = await openUpload(admin, "file", mapping);
    const put = (input: Record<string, string>, length = 1) =>
      receivePart(admin, id, input, new Uint8Array(length));
    await expect(put({ name: "../x.csv", part: "0" })).rejects.toThrow(AppError);
    await expect(put({ name: "x.csv", part: "300" })).rejects.toThrow(AppError);
    await expect(put({ name: "x.csv", part: "0" }, 1_000_001)).rejects.toThrow(AppError);
  });

  it.each(["Mia", "Rae"] as const)(
    "is not for %s, in the policy and in the database",
    async (name) => {
      const scope = await scopeFor(company.user[name]);
      expect(mayImport(scope)).toBe(false);
      await expect(openUpload(scope, "file", mapping)).rejects.toThrow();
      const id = await openUpload(admin, "file", mapping);
      await expect(send(scope, id, "sales.csv", text)).rejects.toThrow(AppError);
      expect(await run(scope, id, "import")).toEqual({ error: { code: "notFound" } });
      expect(await reviewPage(scope, id, everything)).toBeNull();
      const [batch] = await query<{ id: string }>("select id from import_batch limit 1");
      expect(await batchPage(scope, batch?.id ?? "", everything)).toBeNull();
      await expect(rejectedDownload(scope, batch?.id ?? "", "sales.csv", () => "")).rejects.toThrow(
        AppError,
      );
    },
  );
});
