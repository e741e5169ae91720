import ICAL from "ical.js";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { endCalendarFeed, renewCalendarFeed } from "@/lib/activities/actions";
import { AppError } from "@/lib/platform/errors";
import { acting } from "@/tests/integration/settings/acting";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));
vi.mock("@/lib/platform/auth/session", () => ({
  actionScope: async () => {
    if (!acting.scope) throw new AppError("signedOut");
    return acting.scope;
  },
}));

let company: Company;
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  company = await createCompany();
  for (const [rep, unit] of [
    ["Rae", "E1"],
    ["Rob", "E1"],
  ] as const)
    await insertRow("activity", {
      ...{ kind: "visit", day: today, at: `${today}T07:00:00Z`, subject: `${rep}'s plan` },
      ...{ owner_id: company.user[rep], unit_id: company.unit[unit] },
    });
});

const made = async (person: keyof Company["user"]) => {
  acting.scope = await scopeFor(company.user[person]);
  return (await renewCalendarFeed()).data?.path ?? "";
};
const open = (path: string) =>
  GET(new Request(`https://example.test${path}`), {
    params: Promise.resolve({ token: path.split("/").at(-1) ?? "" }),
  });
const notesIn = async (response: Response) =>
  new ICAL.Component(ICAL.parse(await response.text()))
    .getAllSubcomponents("vevent")
    .map((event) => String(event.getFirstPropertyValue("description")));

describe("a calendar by its secret address", () => {
  it("holds the owner's follow-ups and nobody else's, without a session", async () => {
    const path = await made("Rae");
    acting.scope = null;
    const response = await open(path);
    expect(response.headers.get("content-type")).toContain("text/calendar");
    expect(await notesIn(response)).toEqual(["Rae's plan"]);
  });

  it("is kept as a hash only, and its owner alone sees that there is one", async () => {
    const path = await made("Rae");
    const [row] = await query<{ token_hash: string }>("SELECT token_hash FROM calendar_feed");
    expect(path).not.toContain(row?.token_hash);
    expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("ends when a new one is made, when it is ended, and with the person's access", async () => {
    const first = await made("Rob");
    const second = await made("Rob");
    expect((await open(first)).status).toBe(404);
    expect((await open(second)).status).toBe(200);
    await query(`UPDATE "user" SET status = 'disabled' WHERE id = $1`, [company.user.Rob]);
    expect((await open(second)).status).toBe(404);
    await query(`UPDATE "user" SET status = 'active' WHERE id = $1`, [company.user.Rob]);
    await endCalendarFeed();
    expect((await open(second)).status).toBe(404);
  });

  it.each(["x", "a".repeat(43), "%00", "../v1/measure"])("%s is none", async (token) => {
    expect((await open(`/api/calendar/${token}.ics`)).status).toBe(404);
  });
});
