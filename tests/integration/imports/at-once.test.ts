import { beforeAll, describe, expect, it } from "vitest";
import { runStream } from "@/lib/imports/queries/run-stream";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";

const NOTHING = "00000000-0000-7000-8000-000000000000";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});

describe("imports at once", () => {
  it("two run in one server, the third is told to wait; twin: later it runs", async () => {
    const scope = await scopeFor(company.user.Ada);
    const start = async () => {
      const stream = runStream(scope, NOTHING, { mode: "check", aliases: [] }, async () => {});
      return (await new Response(stream).json()) as { error: { code: string } };
    };
    const answers = await Promise.all([start(), start(), start()]);
    const codes = answers.map(({ error }) => error.code);
    expect(codes).toEqual(["notFound", "notFound", "importBusy"]);
    expect((await start()).error.code).toBe("notFound");
  });
});
