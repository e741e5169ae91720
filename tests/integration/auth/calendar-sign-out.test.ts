import { beforeAll, describe, expect, it, vi } from "vitest";
import { renewCalendarFeed } from "@/lib/activities/actions";
import { calendarOf } from "@/lib/activities/queries/calendar-feed";
import { signOutEverywhere } from "@/lib/people/actions/profile";
import { signOutUser } from "@/lib/people/actions/users";
import { write } from "@/lib/platform/db/access";
import { saveTargetsInput } from "@/lib/targets/schema";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { asPerson } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});

/** The secret of a person's new calendar address. */
async function secretOf(person: "Rae" | "Rob"): Promise<string> {
  await asPerson(company.user[person]);
  const path = (await renewCalendarFeed())?.data?.path ?? "";
  return path.replace(/^.*\/|\.ics$/g, "");
}
const isOpen = async (secret: string) => (await calendarOf(secret, "http://localhost")) !== null;

describe("the secret address of a calendar", () => {
  it("ends when its person signs out everywhere; that of others stays", async () => {
    const [mine, other] = [await secretOf("Rae"), await secretOf("Rob")];
    await asPerson(company.user.Rae);
    expect((await signOutEverywhere())?.serverError).toBeUndefined();
    expect(await isOpen(mine)).toBe(false);
    expect(await isOpen(other)).toBe(true);
  });

  it("ends when an admin signs its person out, and at nobody else's word", async () => {
    const secret = await secretOf("Rob");
    for (const stranger of ["Rae", "Mia"] as const)
      await write(
        await scopeFor(company.user[stranger]),
        (tx) => tx.$queryRaw`SELECT end_calendar_feed(${company.user.Rob}::uuid)::text`,
      );
    expect(await isOpen(secret)).toBe(true);
    await asPerson(company.user.Ada);
    expect((await signOutUser({ id: company.user.Rob }))?.serverError).toBeUndefined();
    expect(await isOpen(secret)).toBe(false);
  });
});

describe("the reason of a target", () => {
  it("keeps no character the database refuses", () => {
    const cell = { unitId: company.unit.E1, userId: null, period: 0, version: 0 };
    const values = { floor: null, target: 1, stretch: null };
    const asked = { kpi: "revenue", unitId: company.unit.E1, quarter: "2026-Q1" };
    const cells = [{ ...cell, ...values }];
    const parsed = saveTargetsInput.parse({ ...asked, cells, reason: " a\0b\ud800 " });
    expect(parsed.reason).toBe("ab");
    expect(saveTargetsInput.parse({ ...asked, cells }).reason).toBe("");
  });
});
