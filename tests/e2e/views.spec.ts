import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("rep") });

/** Opens the menu and chooses the line that begins with these words, by keys alone. */
async function command(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Views", exact: true }).focus();
  await page.keyboard.press("Enter");
  const line = page.getByRole("menuitem", { name: words });
  await expect(line).toBeVisible();
  await page.keyboard.type(words);
  await expect(line).toBeFocused();
  await page.keyboard.press("Enter");
}

test("by keyboard: a view is saved, changed, opened, deleted and brought back", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  await page.goto("/deals?kind=open&sort=-expected", { waitUntil: "networkidle" });
  const name = `Mine ${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
  await command(page, "Save as new view");
  await page.getByLabel("Name").focus();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  const chip = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name });
  await expect(chip).toHaveAttribute("aria-current", "true");

  await page.getByLabel("Status").selectOption("won");
  await expect(chip).toContainText("edited");
  await command(page, "Save changes to");
  await expect(chip).not.toContainText("edited");

  await page.goto("/deals?view=all", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Views", exact: true }).focus();
  await page.keyboard.press("Enter");
  const line = page.getByRole("menuitem", { name });
  await expect(line).toBeVisible();
  await page.keyboard.type(name.slice(0, 12));
  await page.keyboard.press("Enter");
  await page.waitForURL(/view=.*kind=won&sort=-expected/);

  await command(page, "Delete");
  await expect(chip).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(chip).toBeVisible();
  await command(page, "Delete");
  await expect(chip).toBeHidden();
});

test("on a phone in Chinese a view the manager shares opens on the rep's own deals", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(context, baseURL, { locale: "zh-CN" });
  await page.goto("/deals?view=all");
  await page.getByRole("navigation", { name: "视图" }).getByText("大额未结商机").click();
  await page.waitForURL(/kind=open.*min=100000/);
  await expect(page.getByText("陈静 共享")).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
