import { expect, test } from "@playwright/test";
import { untilAtRest } from "./support/at-rest";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("manager") });

test("by keyboard alone: past the navigation, to another period, into a figure", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  await page.goto("/dashboard");
  await untilAtRest(page);
  const press = (key: string) => page.keyboard.press(key);

  await press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeInViewport();
  await press("Enter");
  await expect(page.locator("#main")).toBeFocused();

  await press("Tab");
  await expect(page.getByRole("combobox", { name: "Unit" })).toBeFocused();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await press("Tab");
  const period = page.getByRole("combobox", { name: "Period" });
  await expect(period).toBeFocused();
  const before = await period.inputValue();
  // The list opens, its second line is taken.
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await press(key);
  await page.waitForURL(/period=/);
  await expect(period).not.toHaveValue(before);
  await expect(period).toBeFocused();

  await press("Tab");
  await expect(page.getByRole("link", { name: "Set targets" })).toBeFocused();
  await press("Tab");
  // The figures of the sentence at the top come first.
  const figure = page.locator("main a[href^='/figures/']").first();
  await expect(figure).toBeFocused();
  const address = await figure.getAttribute("href");
  const ring = await figure.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });
  expect(ring).toBe(true);
  await press("Enter");
  await page.waitForURL(`**${address}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Revenue");
});
