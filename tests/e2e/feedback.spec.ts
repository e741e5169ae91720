import { expect, test } from "@playwright/test";
import { isSurvey, KINDS, scoresOf } from "@/lib/feedback/domain/feedback";
import { flowsFrom } from "./support/flow";
import { choose, sessionOf } from "./support/roles";

const flow = flowsFrom(1);

flow(
  "a complaint is recorded, acknowledged, resolved, deleted and brought back",
  "rep",
  async (it) => {
    const { page, hand, visit, t, locale, unique } = it;
    await visit("/feedback/new");
    const main = page.getByRole("main");
    const words = {
      "zh-CN": "价格太贵，售后也没人回复",
      en: "Too expensive, and nobody answers the service line",
    };
    const text = unique(words[locale]);
    await hand.write(main.getByLabel(t("feedbackForm.text")), text);
    await hand.press(main.getByText(t("feedbackForm.more")));
    await hand.tick(main.getByRole("radio", { name: t("feedbackForm.channels.phone") }));
    await hand.select(
      main.getByLabel(t("feedbackForm.severity")),
      t("feedbackForm.severities.high"),
    );
    const press = (name: string) => hand.press(main.getByRole("button", { name, exact: true }));
    await press(t("feedbackForm.record"));
    await page.waitForURL(/\/feedback\/[0-9a-f-]{36}$/);
    await expect(main.getByText(text).first()).toBeVisible();
    await expect(main.getByText(t("feedbackForm.statuses.new"), { exact: true })).toBeVisible();
    // Suggested from the words.
    const theme = main.getByRole("checkbox", { name: { "zh-CN": "价格", en: "Price" }[locale] });
    await expect(theme.first()).toBeChecked();
    await press(t("feedbackForm.confirmThemes"));
    await expect(page.getByText(t("feedbackForm.themesConfirmed"))).toBeVisible();
    await expect(main.getByRole("button", { name: t("feedbackForm.confirmThemes") })).toBeHidden();

    await hand.write(main.getByLabel(t("feedbackForm.answer")), "已致电 Called and apologised");
    await press(t("feedbackForm.acknowledge"));
    const settled = unique("退还差价 Difference paid back");
    await hand.write(main.getByLabel(t("feedbackForm.resolution")), settled);
    await press(t("feedbackForm.resolve"));
    await expect(main.getByText(settled).first()).toBeVisible();
    await expect(main.getByRole("button", { name: t("feedbackForm.reopen") })).toBeVisible();

    const address = page.url();
    await press(t("common.delete"));
    await page.waitForURL(/\/feedback$/);
    await hand.press(page.getByRole("button", { name: t("common.undo") }));
    await page.waitForURL(address);
    await expect(main.getByText(text).first()).toBeVisible();
  },
);

flow("every kind of feedback is recorded, surveys with their score", "manager", async (it) => {
  const { page, hand, visit, t, unique } = it;
  const main = page.getByRole("main");
  for (const kind of KINDS) {
    await visit("/feedback/new");
    const name = t(`feedbackForm.kinds.${kind}`);
    await hand.tick(main.getByRole("radio", { name, exact: true }));
    const best = isSurvey(kind) ? scoresOf(kind).at(-1) : undefined;
    const record = main.getByRole("button", { name: t("feedbackForm.record"), exact: true });
    if (best !== undefined) {
      await hand.press(record);
      await expect(main.getByText(t("errors.required"), { exact: true })).toBeVisible();
      await hand.tick(main.getByRole("radio", { name: String(best), exact: true }));
    }
    const text = unique(kind);
    await hand.write(main.getByLabel(t("feedbackForm.text")), text);
    await hand.press(record);
    await page.waitForURL(/\/feedback\/[0-9a-f-]{36}$/);
    await expect(main.getByText(text).first()).toBeVisible();
    const tag = best === undefined ? name : `${name} ${best}/${best}`;
    await expect(main.getByText(tag, { exact: true }).first()).toBeVisible();
  }
});

test.describe("a manager", () => {
  test.use({ storageState: sessionOf("manager") });

  test("opens what a figure of feedback is made of", async ({ page, context, baseURL }) => {
    await choose(context, baseURL, { locale: "en" });
    await page.goto("/feedback");
    await page.getByRole("link", { name: /Net promoter score/ }).click();
    await page.waitForURL(/\/figures\/nps/);
    await expect(page.getByText("share of 9–10 − share of 0–6", { exact: false })).toBeVisible();
  });
});
