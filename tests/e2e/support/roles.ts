import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "@/prisma/seed/people";

// The three demo sign-ins, signed in once a run by tests/e2e/setup.ts:
//
//   test.use({ storageState: sessionOf("manager") });     every test of the file or block
//   const context = await browser.newContext({ storageState: sessionOf("rep") });
//
// They are shared by every test: what ends a session or changes a password, a role or a name belongs
// to a person the test makes for itself.

export type Role = keyof typeof DEMO_SIGN_INS;

export const ROLES = Object.keys(DEMO_SIGN_INS) as Role[];

/** The file with a role's cookies in this run. */
export function sessionOf(role: Role): string {
  return join("test-results", String(process.env.E2E_RUN), "sessions", `${role}.json`);
}

/** A browser without any session, also where the file says `test.use({ storageState })`. */
export const NOBODY = { cookies: [], origins: [] };

/** Fills in the sign-in page in English or Chinese and waits until it has let the person in. */
export async function signIn(
  page: Page,
  email: string,
  password: string = DEMO_PASSWORD,
): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Chooses language and theme as the switches do, for this browser only. */
export async function choose(
  context: BrowserContext,
  baseURL: string | undefined,
  { locale, theme }: { locale?: "zh-CN" | "en"; theme?: "light" | "dark" },
): Promise<void> {
  const url = baseURL ?? "";
  if (locale) await context.addCookies([{ name: "closeloop_locale", value: locale, url }]);
  if (theme) await context.addCookies([{ name: "closeloop_theme", value: theme, url }]);
}
