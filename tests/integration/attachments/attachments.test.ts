import { beforeAll, describe, expect, it } from "vitest";
import { deleteAttachment } from "@/lib/attachments/data/attachments";
import { forgetFiles } from "@/lib/attachments/data/files";
import { attachmentsOf, download } from "@/lib/attachments/queries/attachments";
import { finishUpload, openUpload, receivePiece } from "@/lib/attachments/queries/upload";
import { notificationPage } from "@/lib/discussion/queries/notifications";
import { read, write } from "@/lib/platform/db/access";
import type { RecordRef } from "@/lib/shared/record";
import { removing, undo } from "@/lib/undo/data";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, type Records } from "@/tests/setup/records";
import { contentOf, pdf, upload } from "./uploading";

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

describe("a file attached to a record", () => {
  it("comes back byte by byte, whatever its parts were", async () => {
    const bytes = pdf(2_345_678);
    const id = await upload(await scope("Rae"), deal, "报价 (final) 'v2'.pdf", bytes);
    const file = await download(await scope("Rae"), id);
    expect(file).toMatchObject({ name: "报价 (final) 'v2'.pdf", contentType: "application/pdf" });
    expect(Buffer.compare(await contentOf(file.content), bytes)).toBe(0);
    const { files } = await attachmentsOf(await scope("Rae"), deal);
    expect(files[0]).toMatchObject({ id, size: 2_345_678, author: { name: "Rae" } });
  });

  it("may be empty, and may be sent again part by part", async () => {
    const rae = await scope("Rae");
    const id = await upload(rae, deal, "empty.txt", new Uint8Array());
    expect(await contentOf((await download(rae, id)).content)).toHaveLength(0);
    const file = await openUpload(rae, { record: deal, name: "a.txt", size: 4 });
    for (const text of ["no", "yess"]) {
      await receivePiece(rae, file, { part: 0, bytes: new TextEncoder().encode(text) });
    }
    const again = await finishUpload(rae, file);
    expect(Buffer.from(await contentOf((await download(rae, again)).content)).toString()).toBe(
      "yess",
    );
  });

  it("is told to who follows the record, not to who brought it", async () => {
    await upload(await scope("Mia"), deal, "from-mia.txt", new TextEncoder().encode("x"));
    const [latest] = (await notificationPage(await scope("Rae"), {})).rows;
    expect(latest).toMatchObject({ kind: "attached", actor: { name: "Mia" } });
    expect((await notificationPage(await scope("Mia"), {})).rows).toEqual([]);
  });

  it.each([
    ["page.html", "attachmentType"],
    ["big.pdf", "attachmentTooLarge", 21_000_000],
  ])("%s is refused before anything is sent", async (name, code, size = 3) => {
    const opening = openUpload(await scope("Rae"), { record: deal, name, size });
    await expect(opening).rejects.toMatchObject({ code });
  });

  it("is refused when it is not what it was said to be", async () => {
    const rae = await scope("Rae");
    const png = upload(rae, deal, "x.png", new TextEncoder().encode("<svg onload=alert(1)>"));
    await expect(png).rejects.toMatchObject({ code: "attachmentType" });
    const id = await openUpload(rae, { record: deal, name: "x.txt", size: 3 });
    const long = receivePiece(rae, id, { part: 0, bytes: new Uint8Array(4) });
    await expect(long).rejects.toMatchObject({ code: "attachmentTooLarge" });
    const huge = receivePiece(rae, id, { part: 0, bytes: new Uint8Array(1_000_001) });
    await expect(huge).rejects.toMatchObject({ code: "attachmentTooLarge" });
    await expect(finishUpload(rae, id)).rejects.toMatchObject({ code: "attachmentBroken" });
  });
});

describe("an attacker", () => {
  it("neither lists nor downloads files of a record they may not see; the owner and their manager do", async () => {
    const id = await upload(
      await scope("Wes"),
      { kind: "deal", id: records.of.Wes.deal },
      "plan.pdf",
      pdf(50),
    );
    for (const person of ["Rae", "Mia"] as const) {
      await expect(download(await scope(person), id)).rejects.toThrow("notFound");
      const seen = await read(await scope(person), async (tx) => [
        ...(await tx.attachment.findMany({ where: { id } })),
        ...(await tx.storedFile.findMany({ where: { userId: company.user.Wes } })),
        ...(await tx.storedPiece.findMany({ where: { file: { userId: company.user.Wes } } })),
      ]);
      expect(seen).toEqual([]);
    }
    for (const person of ["Wes", "Max", "Ada"] as const)
      expect(await contentOf((await download(await scope(person), id)).content)).toHaveLength(50);
  });

  it("does not add to, or finish an upload to, a record of others", async () => {
    const foreign = { kind: "deal", id: records.of.Wes.deal };
    const input = { record: foreign, name: "x.pdf", size: 9 };
    await expect(openUpload(await scope("Rae"), input)).rejects.toThrow("notFound");
    const id = await openUpload(await scope("Wes"), input);
    const part = { part: 0, bytes: pdf(9) };
    await expect(receivePiece(await scope("Rae"), id, part)).rejects.toThrow("notFound");
    await receivePiece(await scope("Wes"), id, part);
    await expect(finishUpload(await scope("Rae"), id)).rejects.toThrow("notFound");
    await expect(finishUpload(await scope("Ada"), id)).rejects.toThrow("notFound");
    // The person loses the record between the parts and the end.
    await query("UPDATE deal SET owner_id = $1 WHERE id = $2", [company.user.Rae, foreign.id]);
    await expect(finishUpload(await scope("Wes"), id)).rejects.toThrow();
    await query("UPDATE deal SET owner_id = $1 WHERE id = $2", [company.user.Wes, foreign.id]);
    await finishUpload(await scope("Wes"), id);
  });

  it("does not show another's file as an attachment of their own record", async () => {
    await upload(await scope("Wes"), { kind: "deal", id: records.of.Wes.deal }, "w.pdf", pdf(40));
    const [file] = await query<{ id: string }>(
      "SELECT file_id AS id FROM attachment WHERE name = 'w.pdf'",
    );
    const row = {
      subjectKind: "deal",
      subjectId: deal.id,
      authorId: company.user.Rae,
      fileId: file?.id ?? "",
      name: "mine.pdf",
      contentType: "text/html",
      size: 40,
    };
    const adding = write(await scope("Rae"), (tx) => tx.attachment.createMany({ data: [row] }));
    await expect(adding).rejects.toThrow(/row-level security/);
  });

  it("does not delete another's file", async () => {
    const id = await upload(await scope("Rae"), deal, "keep.pdf", pdf(30));
    for (const person of ["Mia", "Ada"] as const) {
      const deleting = write(await scope(person), (tx) =>
        deleteAttachment(tx, company.user[person], id),
      );
      await expect(deleting).rejects.toThrow("notFound");
      const { count } = await write(await scope(person), (tx) =>
        tx.attachment.deleteMany({ where: { id } }),
      );
      expect(count).toBe(0);
    }
  });
});

describe("deleting a file", () => {
  it("can be undone, content and all; days later it is gone for good", async () => {
    const rae = await scope("Rae");
    const id = await upload(rae, deal, "undo.pdf", pdf(70));
    const remove = () =>
      write(rae, (tx) => removing(tx, "attachment", () => deleteAttachment(tx, rae.userId, id)));
    const removal = await remove();
    await expect(download(rae, id)).rejects.toThrow("notFound");
    await write(rae, forgetFiles);
    await write(rae, (tx) => undo(tx, removal));
    expect(await contentOf((await download(rae, id)).content)).toHaveLength(70);
    const [{ id: file } = { id: "" }] = await query<{ id: string }>(
      "SELECT file_id AS id FROM attachment WHERE id = $1",
      [id],
    );
    await remove();
    await query("UPDATE stored_file SET released_at = now() - interval '3 days' WHERE id = $1", [
      file,
    ]);
    await write(rae, forgetFiles);
    expect(await query("SELECT 1 FROM stored_piece WHERE file_id = $1", [file])).toEqual([]);
  });
});
