import { beforeAll, describe, expect, it, vi } from "vitest";
import { createActivity } from "@/lib/activities/actions";
import { AppError } from "@/lib/platform/errors";
import { acting, outcome } from "@/tests/integration/settings/acting";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/auth/session", () => ({
  actionScope: async () => {
    if (!acting.scope) throw new AppError("signedOut");
    return acting.scope;
  },
}));

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  acting.scope = await scopeFor(company.user.Rae);
});

/** Sends the form for a follow-up, as a browser does: its fields and a key. */
function send(subject: string, requestKey: string, day = "2026-03-02") {
  const input = {
    ...({ kind: "call", status: "planned", outcome: "" } as const),
    ...{ day, time: "", minutes: null, subject, notes: "", nextStep: "", nextStepOn: "" },
    ...{ dealId: null, customerId: null, requestKey },
  };
  return createActivity(input);
}
const made = async (subject: string) =>
  (await query("SELECT id FROM activity WHERE subject = $1", [subject])).length;

describe("a form sent again under its key", () => {
  it("is saved once and says so", async () => {
    const key = crypto.randomUUID();
    expect(outcome(await send("twice", key))).toBe("ok");
    expect(outcome(await send("twice", key))).toBe("alreadySent");
    expect(await made("twice")).toBe(1);
  });

  it("five times at once is saved once", async () => {
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send("at once", key)));
    expect(answers.map(outcome).filter((answer) => answer === "ok")).toHaveLength(1);
    expect(await made("at once")).toBe(1);
  });

  it("may be corrected after a refusal: nothing was saved under the key", async () => {
    const key = crypto.randomUUID();
    expect((await send("corrected", key, "1969-01-01")).validationErrors).toBeDefined();
    const foreign = await createActivity({
      ...({ kind: "call", status: "planned", outcome: "" } as const),
      ...{ day: "2026-03-02", time: "", minutes: null, subject: "corrected", notes: "" },
      ...{ nextStep: "", nextStepOn: "", dealId: crypto.randomUUID(), customerId: null },
      ...{ requestKey: key },
    } as Parameters<typeof createActivity>[0]);
    expect(outcome(foreign)).toBe("notFound");
    expect(outcome(await send("corrected", key))).toBe("ok");
  });

  it("is another's own affair: the same key of another person is another request", async () => {
    const key = crypto.randomUUID();
    await send("hers", key);
    acting.scope = await scopeFor(company.user.Rob);
    expect(outcome(await send("his", key))).toBe("ok");
    acting.scope = await scopeFor(company.user.Rae);
  });

  it("without a key, or with none that is one, is saved each time", async () => {
    await send("no key", "nonsense");
    await send("no key", "nonsense");
    expect(await made("no key")).toBe(2);
  });
});
