import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { objectStoreServer } from "@/tests/setup/object-store-server";
import { createRecords, type Records } from "@/tests/setup/records";
import { contentOf, pdf } from "./uploading";

const ACCESS = { region: "eu-test-1", accessKeyId: "KEY", secretAccessKey: "secret/+=" };

let server: Awaited<ReturnType<typeof objectStoreServer>>;
let company: Company;
let records: Records;
beforeAll(async () => {
  server = await objectStoreServer(ACCESS);
  vi.stubEnv("S3_ENDPOINT", server.endpoint);
  vi.stubEnv("S3_REGION", ACCESS.region);
  vi.stubEnv("S3_BUCKET", "files");
  vi.stubEnv("S3_ACCESS_KEY_ID", ACCESS.accessKeyId);
  vi.stubEnv("S3_SECRET_ACCESS_KEY", ACCESS.secretAccessKey);
  vi.resetModules();
  company = await createCompany();
  records = await createRecords(company);
});
afterAll(() => server.close());

describe("with an S3-compatible store configured", () => {
  it("content goes there and comes back from there; nothing of it stays in the database", async () => {
    const { upload } = await import("./uploading");
    const { download } = await import("@/lib/attachments/queries/attachments");
    const rae = await scopeFor(company.user.Rae);
    const bytes = pdf(3_210_987);
    const id = await upload(rae, { kind: "deal", id: records.of.Rae.deal }, "合同.pdf", bytes);
    const [file] = await query<{ id: string; storage: string }>(
      "SELECT f.id, f.storage FROM stored_file f JOIN attachment a ON a.file_id = f.id WHERE a.id = $1",
      [id],
    );
    expect(file?.storage).toBe("s3");
    expect(await query("SELECT 1 FROM stored_piece")).toEqual([]);
    expect(server.objects.get(`/files/${file?.id}`)?.equals(bytes)).toBe(true);
    expect(Buffer.compare(await contentOf((await download(rae, id)).content), bytes)).toBe(0);
    const wes = await scopeFor(company.user.Wes);
    await expect(download(wes, id)).rejects.toMatchObject({ code: "notFound" });
  });

  it("says so when the store refuses, and keeps nothing half done", async () => {
    const { s3Store } = await import("@/lib/platform/object-store");
    const wrong = s3Store({
      ...ACCESS,
      bucket: "files",
      endpoint: server.endpoint,
      secretAccessKey: "no",
    });
    async function* once() {
      yield pdf(10);
    }
    await expect(wrong.put("a", 10, once())).rejects.toThrow("403");
    await expect(wrong.get("a")).rejects.toThrow("403");
    const right = s3Store({ ...ACCESS, bucket: "files", endpoint: server.endpoint });
    await expect(right.get("missing")).rejects.toThrow("404");
    await right.remove("missing");
  });
});
