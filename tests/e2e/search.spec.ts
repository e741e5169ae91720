import { expect, test } from "@playwright/test";
import { type Flow, flowsFrom } from "./support/flow";
import { sessionOf } from "./support/roles";

const flow = flowsFrom(2);

/** Opens the search over everything: by its button, by its key. */
async function openSearch({ page, hand, by, t }: Flow, key: string) {
  const button = page.getByRole("button", { name: t("navigation.search.open") });
  if (by === "keys") await page.locator("body").press(key);
  else await hand.press(button.filter({ visible: true }).first());
  const box = page.getByRole("combobox", { name: t("navigation.search.placeholder") });
  await expect(box).toBeFocused();
  return box;
}

flow(
  "a search finds deals, customers, contacts and notes, and leads to one",
  "manager",
  async (it) => {
    const { page, hand, visit, by, t } = it;
    await visit("/customers?size=25");
    const name = (await page.locator("tbody th a").first().textContent()) ?? "";
    const box = await openSearch(it, "/");
    await hand.write(box, name.slice(0, 12));
    const group = (kind: "customer" | "deal" | "contact" | "note" | "page") =>
      page.getByRole("group", { name: t(`navigation.search.kinds.${kind}`) }).getByRole("option");
    const customer = group("customer").first();
    await expect(customer).toContainText(name.slice(0, 12));
    if (by === "keys") {
      while ((await customer.getAttribute("aria-selected")) !== "true")
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    } else await hand.press(customer);
    await page.waitForURL(/\/customers\/.+/);
    await expect(page.getByRole("dialog")).toHaveCount(0);

    await openSearch(it, "Control+k");
    await hand.write(box, "上海");
    for (const kind of ["deal", "customer"] as const)
      await expect(group(kind).first()).toBeVisible();
    await hand.write(box, "王");
    await expect(group("contact").first()).toBeVisible();
    await hand.write(box, it.demo("VisiGuard"));
    await expect(group("note").first()).toBeVisible();
    await hand.write(box, t("navigation.places.targets"));
    await expect(group("page").first()).toBeVisible();
    const nothing = t("navigation.search.none", { query: "zzqqzz" });
    await hand.write(box, "zzqqzz");
    await expect(page.getByText(nothing)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  },
);

flow("records visited lately and commands are offered", "rep", async (it) => {
  const { page, hand, visit, by, t } = it;
  await visit("/deals?kind=open&size=25");
  await hand.press(page.locator("tbody th a").first());
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  await page.waitForLoadState("networkidle");
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const box = await openSearch(it, "/");
  const recent = page.getByRole("group", { name: t("navigation.search.kinds.recent") });
  await expect(recent.getByRole("option").first()).toContainText(title.slice(0, 10));
  await hand.write(box, t("navigation.commands.newDeal"));
  const command = page.getByRole("option", { name: t("navigation.commands.newDeal") });
  await expect(command).toBeVisible();
  if (by === "keys") await page.keyboard.press("Enter");
  else await hand.press(command);
  await page.waitForURL(/\/deals\/new/);
});

test.describe("a field", () => {
  test.use({ storageState: sessionOf("manager") });

  test("keeps a `/` typed in it", async ({ page }) => {
    await page.goto("/deals", { waitUntil: "networkidle" });
    const search = page.getByRole("searchbox").first();
    await search.press("/");
    await expect(search).toHaveValue("/");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
