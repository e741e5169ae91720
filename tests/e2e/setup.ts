import { expect, test } from "@playwright/test";
import { DEMO_SIGN_INS } from "@/prisma/seed/people";
import { ROLES, sessionOf, signIn } from "./support/roles";

for (const role of ROLES) {
  test(`${role} signs in`, async ({ page, context }) => {
    await signIn(page, DEMO_SIGN_INS[role]);
    await expect(page.locator("#main")).toBeVisible();
    await context.storageState({ path: sessionOf(role) });
  });
}
