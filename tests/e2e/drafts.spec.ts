import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("rep") });

const unique = () => `draft ${crypto.randomUUID().slice(0, 8)}`;

async function openLog(page: Page) {
  await page.getByRole("button", { name: /^Log/ }).first().click();
  const sheet = page.getByRole("dialog", { name: "Quick log" });
  await expect(sheet.getByRole("button", { name: "Save follow-up" })).toBeEnabled();
  return sheet;
}

test("what is typed survives a reload, is sent when the connection is back, and is saved once", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  await page.setViewportSize({ width: 1440, height: 900 });
  const subject = unique();
  await page.goto("/targets", { waitUntil: "networkidle" });
  const first = await openLog(page);
  await first.getByRole("textbox", { name: "Subject" }).fill(subject);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload({ waitUntil: "networkidle" });

  const again = await openLog(page);
  await expect(again.getByText("Brought back what you had not saved")).toBeVisible();
  await expect(again.getByRole("textbox", { name: "Subject" })).toHaveValue(subject);
  await context.setOffline(true);
  await again.getByRole("button", { name: "Save follow-up" }).click();
  await expect(again.getByText(/^No connection/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Follow-up saved")).toBeVisible();
  await page.goto(`/activities?q=${encodeURIComponent(subject)}`);
  await expect(page.locator("tbody tr")).toHaveCount(1);
});

test("a comment survives a reload, is sent when the connection is back, and is said once", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  const said = unique();
  await page.goto("/market", { waitUntil: "networkidle" });
  await page.locator("tbody th a").first().click();
  await page.waitForURL(/\/market\/[0-9a-f-]{36}/);
  const field = page.getByRole("textbox", { name: "Write a comment…" });
  await field.click();
  await page.keyboard.type(said);
  await page.reload({ waitUntil: "networkidle" });
  await expect(field).toHaveValue(said);
  await expect(page.getByText("Brought back what you had not saved")).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/^No connection/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Sent", { exact: true })).toBeVisible();
  await page.reload({ waitUntil: "networkidle" });
  const comments = page.getByRole("list", { name: "Comments" });
  await expect(comments.getByText(said)).toHaveCount(1);
  await expect(field).toHaveValue("");
});

test("a lost answer: the form is sent again and saved once", async ({ page, context, baseURL }) => {
  await choose(context, baseURL, { locale: "en" });
  const subject = unique();
  await page.goto("/targets", { waitUntil: "networkidle" });
  const sheet = await openLog(page);
  await sheet.getByRole("textbox", { name: "Subject" }).fill(subject);
  let lost = false;
  await page.route("**/targets", async (route) => {
    if (lost || route.request().method() !== "POST") return route.fallback();
    lost = true;
    await route.fetch();
    await route.abort("connectionreset");
  });
  await sheet.getByRole("button", { name: "Save follow-up" }).click();
  await expect(sheet.getByText(/Something went wrong/)).toBeVisible();
  await sheet.getByRole("button", { name: "Save follow-up" }).click();
  await expect(page.getByText("Follow-up saved")).toBeVisible();
  await page.goto(`/activities?q=${encodeURIComponent(subject)}`);
  await expect(page.locator("tbody tr")).toHaveCount(1);
});
