import { expect, test } from "@playwright/test";
import { exportedRecords, type List } from "./support/exported";
import { sessionOf } from "./support/roles";

// An attacker opens the address of a record that is not theirs; the twin shows that the same address
// lets an admin in.

const NOT_FOUND = /^(Page not found|找不到页面) · /;
const MISSING = "00000000-0000-7000-8000-000000000000";

for (const list of ["deals", "customers", "sales"] as const satisfies readonly List[]) {
  for (const role of ["rep", "manager"] as const) {
    test(`a ${role} cannot open a foreign record of ${list}`, async ({ browser }) => {
      const [all, own] = await Promise.all([
        exportedRecords(browser, "admin", list),
        exportedRecords(browser, role, list),
      ]);
      expect(own.size).toBeGreaterThan(0);
      expect(own.size).toBeLessThan(all.size);
      const foreign = [...all.keys()].find((id) => !own.has(id)) ?? "";
      const name = all.get(foreign) ?? "";

      const attacker = await browser.newContext({ storageState: sessionOf(role) });
      const page = await attacker.newPage();
      expect((await page.goto(`/${list}/${MISSING}`))?.status()).toBe(404);
      await expect(page).toHaveTitle(NOT_FOUND);
      const title = await page.title();
      const text = await page.locator("#main").textContent();
      expect((await page.goto(`/${list}/${foreign}`))?.status()).toBe(404);
      await expect(page).toHaveTitle(title);
      await expect(page.locator("#main")).toHaveText(text ?? "");
      expect(await page.content()).not.toContain(name);
      await attacker.close();

      const twin = await browser.newContext({ storageState: sessionOf("admin") });
      const twinPage = await twin.newPage();
      expect((await twinPage.goto(`/${list}/${foreign}`))?.status()).toBe(200);
      await expect(twinPage.locator("h1")).toBeVisible();
      await twin.close();
    });
  }
}

test("a rep's own record opens", async ({ browser }) => {
  const [[id, title]] = [...(await exportedRecords(browser, "rep", "deals"))] as [[string, string]];
  const context = await browser.newContext({ storageState: sessionOf("rep") });
  const page = await context.newPage();
  expect((await page.goto(`/deals/${id}`))?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await context.close();
});
