import { expect, test } from "@playwright/test";
import { flowsFrom } from "./support/flow";
import { openLog } from "./support/quick-log";
import { choose, sessionOf } from "./support/roles";

const flow = flowsFrom(0);

flow(
  "what is typed survives a reload, is sent when the connection is back, and is saved once",
  "rep",
  async (it) => {
    const { page, hand, visit, t, unique } = it;
    const subject = unique("draft");
    await visit("/targets");
    const first = await openLog(it);
    const field = { name: t("activityForm.subject") };
    await hand.write(first.getByRole("textbox", field), subject);
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload({ waitUntil: "networkidle" });

    const again = await openLog(it);
    await expect(again.getByText(t("common.draftRestored"))).toBeVisible();
    await expect(again.getByRole("textbox", field)).toHaveValue(subject);
    await page.context().setOffline(true);
    await hand.press(again.getByRole("button", { name: t("activityForm.save") }));
    await expect(again.getByText(t("common.draftWaiting"))).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText(t("activityForm.saved"))).toBeVisible();
    await visit(`/activities?q=${encodeURIComponent(subject)}`);
    await expect(page.locator("tbody tr")).toHaveCount(1);
  },
);

flow(
  "a comment survives a reload, is sent when the connection is back, and is said once",
  "rep",
  async (it) => {
    const { page, hand, visit, t, unique } = it;
    const said = unique("draft");
    await visit("/market?size=25");
    await hand.press(page.locator("tbody th a").first());
    await page.waitForURL(/\/market\/[0-9a-f-]{36}/);
    await page.waitForLoadState("networkidle");
    const field = page.getByRole("textbox", { name: t("discussion.write") });
    await hand.write(field, said);
    await page.reload({ waitUntil: "networkidle" });
    await expect(field).toHaveValue(said);
    await expect(page.getByText(t("common.draftRestored"))).toBeVisible();
    await page.context().setOffline(true);
    await hand.press(page.getByRole("button", { name: t("discussion.send"), exact: true }));
    await expect(page.getByText(t("common.draftWaiting"))).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByText(t("discussion.sent"), { exact: true })).toBeVisible();
    await page.reload({ waitUntil: "networkidle" });
    const comments = page.getByRole("list", { name: t("discussion.title") });
    await expect(comments.getByText(said)).toHaveCount(1);
    await expect(field).toHaveValue("");
  },
);

test.describe("a lost answer", () => {
  test.use({ storageState: sessionOf("rep") });

  test("the form is sent again and saved once", async ({ page, context, baseURL }) => {
    await choose(context, baseURL, { locale: "en" });
    const subject = `draft ${crypto.randomUUID().slice(0, 8)}`;
    await page.goto("/targets", { waitUntil: "networkidle" });
    await page.getByRole("button", { name: /^Log/ }).first().click();
    const sheet = page.getByRole("dialog", { name: "Quick log" });
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
});
