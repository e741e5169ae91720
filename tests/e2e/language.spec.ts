import { expect, type Page, test } from "@playwright/test";
import { untilAtRest } from "./support/at-rest";
import { sessionOf } from "./support/roles";

// The switches keep the choice with the person too; no other test signs in as a rep to read it back.
test.use({ storageState: sessionOf("rep"), locale: "en-US" });

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--bg"));

/** Chooses a line of the account menu, by keyboard, and waits until the choice is stored. */
async function chooseInAccount(page: Page, name: string) {
  await untilAtRest(page);
  await page.getByRole("button", { name: /Account|账户|账号/ }).press("Enter");
  const stored = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("menuitemradio", { name }).press("Enter");
  await stored;
}

test("the language follows the browser until it is chosen, and stays after a reload", async ({
  page,
}) => {
  await page.goto("/dashboard");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await chooseInAccount(page, "简体中文");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("总览");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("总览");
  await page.goto("/deals");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await chooseInAccount(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the theme follows the system until it is chosen, and stays after a reload", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/dashboard");
  const light = await background(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => background(page)).not.toBe(light);
  const dark = await background(page);
  await chooseInAccount(page, "Light");
  await expect.poll(() => background(page)).toBe(light);
  await page.reload();
  await expect.poll(() => background(page)).toBe(light);
  await page.getByRole("button", { name: /Account/ }).press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Light" })).toBeChecked();
  await page.keyboard.press("Escape");
  await chooseInAccount(page, "System");
  await expect.poll(() => background(page)).toBe(dark);
});
