import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createFeedbackLink, revokeFeedbackLink, submitAnswer } from "@/lib/feedback/actions/links";
import { openForm } from "@/lib/feedback/queries/public-form";
import { type Company, createCompany } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asNobody, asPerson } from "@/tests/setup/next-request";
import { createRecords, type Records } from "@/tests/setup/records";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
  await query("INSERT INTO feedback_theme (name, words_en) VALUES ('Price', '{price}')");
});
beforeEach(async () => {
  await query("DELETE FROM form_quota");
  await asNobody();
});

const HERE = "192.0.2.1";

type LinkInput = Partial<Parameters<typeof createFeedbackLink>[0]>;

/** A link of Rae's to the form, as its secret. */
async function linkOf(input: LinkInput = {}): Promise<string> {
  await asPerson(company.user.Rae);
  const made = await createFeedbackLink({
    kind: "nps",
    customerId: null,
    dealId: records.of.Rae.deal,
    once: true,
    days: 30,
    origin: "https://sales.example",
    ...input,
  });
  await asNobody();
  const url = new URL(made?.data?.url ?? "");
  expect(url.origin).toBe("https://sales.example");
  return url.pathname.replace("/f/", "");
}

/** Sends the form; "thanks" when it led to the thank-you page, else the code of the error. */
async function send(token: string, more: Record<string, string> = {}): Promise<string> {
  const form = new FormData();
  const values = {
    token,
    formKey: crypto.randomUUID(),
    score: "9",
    text: "",
    inPage: "1",
    ...more,
  };
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  try {
    const result = await submitAnswer(form as never);
    if (result?.validationErrors) return "invalid";
    return result?.serverError?.code ?? "nothing";
  } catch (error) {
    const { digest = "" } = error as { digest?: string };
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return digest.includes("/f/thanks") ? "thanks" : digest;
  }
}

type Stored = { score: number; text: string | null; owner_id: string; deal_id: string };
const answers = () =>
  query<Stored & { channel: string }>(
    "SELECT * FROM feedback WHERE form_key IS NOT NULL ORDER BY id",
  );

describe("a link for one answer", () => {
  it("opens, takes one answer for whoever has the deal, and then works no more", async () => {
    const token = await linkOf();
    expect(await openForm(token, HERE)).toEqual({
      survey: "nps",
      from: { name: "Test", nameEn: null },
    });
    expect(await send(token, { score: "10", text: "A fair price" })).toBe("thanks");
    const [answer, ...others] = await answers();
    expect(others).toEqual([]);
    expect(answer).toMatchObject({
      score: 10,
      text: "A fair price",
      owner_id: company.user.Rae,
      deal_id: records.of.Rae.deal,
      channel: "form",
    });
    expect(await query("SELECT 1 FROM feedback_tag")).toHaveLength(1);
    expect(await send(token)).toBe("formLinkInvalid");
    expect(await openForm(token, HERE)).toBeNull();
    await query("DELETE FROM feedback WHERE form_key IS NOT NULL");
  });

  it("of twelve people at once takes the answer of one", async () => {
    const token = await linkOf();
    const results = await Promise.all(Array.from({ length: 12 }, () => send(token)));
    expect(results.filter((result) => result === "thanks")).toHaveLength(1);
    expect(await answers()).toHaveLength(1);
    await query("DELETE FROM feedback WHERE form_key IS NOT NULL");
  });

  it("sent twice by a double click is one answer, and both are thanked", async () => {
    const token = await linkOf();
    const formKey = crypto.randomUUID();
    const results = await Promise.all([send(token, { formKey }), send(token, { formKey })]);
    expect(results).toEqual(["thanks", "thanks"]);
    expect(await answers()).toHaveLength(1);
    await query("DELETE FROM feedback WHERE form_key IS NOT NULL");
  });
});

describe("a link for many answers", () => {
  it("takes many, a replayed form only once", async () => {
    const token = await linkOf({ once: false });
    const formKey = crypto.randomUUID();
    const twice = [send(token, { formKey }), send(token, { formKey })];
    expect(await Promise.all(twice)).toEqual(["thanks", "thanks"]);
    expect(await send(token, { formKey })).toBe("thanks");
    expect(await send(token)).toBe("thanks");
    expect(await query("SELECT uses FROM feedback_link WHERE uses > 1")).toEqual([{ uses: 2 }]);
    expect(await answers()).toHaveLength(2);
    await query("DELETE FROM feedback WHERE form_key IS NOT NULL");
  });
});

describe("what does not get through", () => {
  it("unknown, ended and withdrawn secrets, all refused alike", async () => {
    const ended = await linkOf();
    await query("UPDATE feedback_link SET expires_at = now() WHERE expires_at > now()");
    const withdrawn = await linkOf();
    const [link] = await query<{ id: string }>(
      "SELECT id FROM feedback_link WHERE expires_at > now()",
    );
    await asPerson(company.user.Wes);
    expect((await revokeFeedbackLink({ id: link?.id ?? "" }))?.serverError?.code).toBe("notFound");
    expect(await openForm(withdrawn, HERE)).not.toBeNull();
    await asPerson(company.user.Rae);
    expect((await revokeFeedbackLink({ id: link?.id ?? "" }))?.serverError).toBeUndefined();
    await asNobody();
    const hash = await query<{ token_hash: string }>("SELECT token_hash FROM feedback_link");
    const guesses = ["x", "../settings", "%00", "a".repeat(100), hash[0]?.token_hash ?? ""];
    for (const token of [ended, withdrawn, ...guesses]) {
      expect(await openForm(token, HERE)).toBeNull();
      expect(await send(token)).toBe("formLinkInvalid");
    }
    expect(await openForm("y".repeat(100_000), HERE)).toBeNull();
    expect(await answers()).toEqual([]);
  });

  it("scores off the scale, huge texts, files and forms without a key", async () => {
    const token = await linkOf({ kind: "csat" });
    const bad: Record<string, string>[] = [
      { score: "11" },
      { score: "-1" },
      { score: "4.5" },
      { score: "many" },
      { text: "x".repeat(4001) },
      { contact: "x".repeat(201) },
      { formKey: "1" },
    ];
    for (const more of bad) expect(await send(token, more)).toBe("invalid");
    expect(await send(token, { score: "9" })).toBe("scoreRange");
    expect(await answers()).toEqual([]);
    // The link is still good: a refused answer does not use it up.
    expect(await send(token, { score: "5" })).toBe("thanks");
    await query("DELETE FROM feedback WHERE form_key IS NOT NULL");
  });

  it("programs that fill in the hidden field: thanked, and nothing is stored", async () => {
    const token = await linkOf();
    expect(await send(token, { website: "https://spam.example" })).toBe("thanks");
    expect(await answers()).toEqual([]);
    expect(await openForm(token, HERE)).not.toBeNull();
  });

  it("more than 20 tries of an address in ten minutes", async () => {
    const token = await linkOf({ once: false });
    const results: string[] = [];
    for (let i = 0; i < 22; i++) results.push(await send(token));
    expect(results.filter((result) => result === "thanks")).toHaveLength(20);
    expect(results.slice(20)).toEqual(["tooManyAttempts", "tooManyAttempts"]);
    await query("DELETE FROM feedback WHERE form_key IS NOT NULL");
  });

  it("an address that opens more than 100 forms in ten minutes; twin: another address", async () => {
    const token = await linkOf();
    for (let i = 0; i < 100; i++) expect(await openForm(`guess ${i}`, HERE)).toBeNull();
    expect(await openForm("guess", HERE)).toBe("tooMany");
    expect(await openForm(token, HERE)).toBe("tooMany");
    expect(await openForm(token, "192.0.2.2")).toMatchObject({ survey: "nps" });
  });

  it("markup is stored as text, control characters are dropped", async () => {
    const token = await linkOf();
    const text = "<script>alert(1)</script>\u0000\u202E عربي 🙂";
    expect(await send(token, { text })).toBe("thanks");
    expect((await answers())[0]?.text).toBe("<script>alert(1)</script>\u202E عربي 🙂");
    await query("DELETE FROM feedback WHERE form_key IS NOT NULL");
  });

  it("without JavaScript a refusal leads back to the form with its reason", async () => {
    expect(await send("nothing", { inPage: "", lang: "en" })).toContain(
      "/f/nothing?lang=en&problem=formLinkInvalid",
    );
  });

  it("a link for a stranger's deal or customer is not made; twin: linkOf", async () => {
    await asPerson(company.user.Rob);
    const input = { kind: "nps", once: true, days: 5, origin: "https://a.example" } as const;
    for (const names of [
      { dealId: records.of.Rae.deal, customerId: null },
      { dealId: null, customerId: records.of.Wes.customer },
    ])
      expect((await createFeedbackLink({ ...input, ...names }))?.serverError?.code).toBe(
        "notFound",
      );
  });
});
