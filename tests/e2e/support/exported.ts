import type { Browser } from "@playwright/test";
import { type Role, sessionOf } from "./roles";

export type List = "deals" | "customers" | "sales";

/** Sales are many; those of the last 40 days are enough to find one of somebody else's. */
const RECENT = `&from=${new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)}`;

/** Ids (the last column of an export) of the records of a list a role may see, with their first column. */
export async function exportedRecords(
  browser: Browser,
  role: Role,
  list: List,
): Promise<Map<string, string>> {
  const context = await browser.newContext({ storageState: sessionOf(role) });
  try {
    const response = await context.request.get(
      `/api/export/${list}?format=csv${list === "sales" ? RECENT : ""}`,
    );
    if (!response.ok()) throw new Error(`export of ${list} as ${role}: ${response.status()}`);
    const lines = (await response.text()).trim().split("\r\n").slice(1);
    return new Map(
      lines.map((line) => [
        line.slice(line.lastIndexOf(",") + 1),
        line.slice(0, line.indexOf(",")),
      ]),
    );
  } finally {
    await context.close();
  }
}
