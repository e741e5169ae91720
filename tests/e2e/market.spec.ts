import { expect } from "@playwright/test";
import { flowsFrom } from "./support/flow";

const flow = flowsFrom(0);

flow(
  "what a competitor did is noted with its source and a file; a dangerous address is refused",
  "rep",
  async (it) => {
    const { page, hand, visit, t, demo, unique } = it;
    await visit("/market");
    await hand.press(page.getByRole("link", { name: t("market.record") }));
    await page.waitForURL(/\/market\/new/);
    const main = page.getByRole("main");
    const title = `${unique("Shop")} is opened by VisiGuard`;
    const field = main.getByLabel(t("marketForm.title"));
    await hand.tick(main.getByRole("radio", { name: t("marketForm.kinds.channel") }));
    await hand.write(field, title);
    await hand.select(main.getByLabel(t("marketForm.competitor")), demo("VisiGuard"));
    await hand.press(main.getByText(t("marketForm.more")));
    await hand.tick(main.getByRole("radio", { name: t("marketForm.credibilities.confirmed") }));
    const source = main.getByLabel(t("marketForm.sourceUrl"));
    await hand.write(source, "javascript:alert(1)");
    const record = main.getByRole("button", { name: t("marketForm.record"), exact: true });
    await hand.press(record);
    await expect(main.getByText(t("errors.urlInvalid"))).toBeVisible();
    await expect(field).toHaveValue(title);
    await hand.write(source, "https://example.com/news");
    await hand.press(record);
    await page.waitForURL(/\/market\/[0-9a-f-]{36}$/);
    await expect(main.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(main.getByRole("link", { name: "example.com" })).toHaveAttribute(
      "rel",
      /noopener/,
    );

    const chooser = page.waitForEvent("filechooser");
    await hand.press(main.getByRole("button", { name: t("attachments.add") }));
    const leaflet = { name: "leaflet.txt", mimeType: "text/plain", buffer: Buffer.from("Opening") };
    await (await chooser).setFiles(leaflet);
    await expect(main.getByRole("link", { name: leaflet.name })).toBeVisible();

    await visit("/market/timeline");
    await expect(main.getByRole("link", { name: title })).toBeVisible();
    // What happened in the time of a chart stands in it, in a few letters.
    await visit("/dashboard");
    await expect(main.locator("svg").getByText(title.slice(0, 13))).toBeAttached();
  },
);

flow("what is known of a competitor stands on its page", "manager", async (it) => {
  const { page, hand, visit, t, demo } = it;
  const rival = demo("VisiGuard");
  await visit(`/market?q=${encodeURIComponent(rival)}`);
  await hand.press(page.getByRole("link", { name: rival, exact: true }).first());
  await page.waitForURL(/\/market\/competitors\//);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1, name: rival })).toBeVisible();
  for (const heading of [
    t("market.competitor.prices"),
    t("market.competitor.against"),
    t("feedback.title"),
  ])
    await expect(main.getByRole("heading", { name: heading })).toBeVisible();
  const rate = main.getByText(t("market.competitor.winRate"));
  await expect(rate.locator("xpath=following-sibling::*[1]")).toContainText("%");
});
