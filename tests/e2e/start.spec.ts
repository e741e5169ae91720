import { expect, test } from "@playwright/test";

test("the product answers with a page that names itself", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/Closeloop|销售闭环/);
});
