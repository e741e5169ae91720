import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

const unitSwitch = (page: Page) => page.getByRole("combobox", { name: "Unit" });
const periodSwitch = (page: Page) => page.getByRole("combobox", { name: "Period" });
const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });

/** The units to choose from: a searchable list, as there are many. */
async function openUnits(page: Page) {
  await unitSwitch(page).click();
  const units = page.getByRole("listbox").getByRole("option");
  await units.first().waitFor();
  return units;
}

/** The names in the first column of a table, in their order. */
async function rowNames(page: Page, name: string): Promise<string[]> {
  const names = table(page, name).locator("tbody th");
  await names.first().waitFor();
  return names.allInnerTexts();
}

/** The figures of a column, read from their shortest text. */
async function shownAttainments(page: Page): Promise<number[]> {
  const texts = await table(page, "By rep").locator("tbody tr").allInnerTexts();
  return texts.flatMap((text) => {
    const share = text.match(/([\d,.]+)%/)?.[1];
    return share ? [Number(share.replaceAll(",", ""))] : [];
  });
}

test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

test.describe("a manager", () => {
  test.use({ storageState: sessionOf("manager") });

  test("sees the own region, its parts and nobody else's", async ({ page }) => {
    await page.goto("/dashboard?allReps=1");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dashboard");
    expect(await rowNames(page, "By rep")).toContain("Yue Sun");
    const units = await (await openUnits(page)).allInnerTexts();
    expect(units[0]).toContain("East");
    expect(units.join()).toContain("Shanghai Enterprise");
    for (const other of ["Starbridge", "South", "North"]) expect(units.join()).not.toContain(other);
    await expect(
      page
        .getByText(/Furthest behind/)
        .or(page.getByText(/of target/))
        .first(),
    ).toBeVisible();
  });

  test("switches unit and period; the address keeps both and back undoes", async ({ page }) => {
    await page.goto("/dashboard");
    const all = await rowNames(page, "By rep");
    const periods = await periodSwitch(page).locator("option").allInnerTexts();
    await (await openUnits(page)).filter({ hasText: "Shanghai Enterprise" }).click();
    await page.waitForURL(/unit=/);
    await expect.poll(async () => (await rowNames(page, "By rep")).length).toBeLessThan(all.length);
    const earlier = periods[1] ?? "";
    await periodSwitch(page).selectOption({ label: earlier });
    await page.waitForURL(/period=/);
    await expect(page.locator("#main p").first()).toContainText(earlier);
    const address = page.url();
    expect(address).toMatch(/unit=.*period=|period=.*unit=/);

    await page.goBack();
    await expect(page).not.toHaveURL(/period=/);
    await expect(page).toHaveURL(/unit=/);
    await page.goBack();
    await expect.poll(() => rowNames(page, "By rep")).toEqual(all);
    await page.goto(address);
    await expect(periodSwitch(page).locator("option:checked")).toHaveText(earlier);
  });

  test("sorts the reps and shows more than a hundred per cent as it is", async ({ page }) => {
    await page.goto("/dashboard");
    const ranked = await shownAttainments(page);
    expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
    await table(page, "By rep").getByRole("link", { name: "Rep", exact: false }).first().click();
    await page.waitForURL(/repSort=/);
    await expect(table(page, "By rep").locator("th[aria-sort=ascending]")).toContainText("Rep");
    const names = await rowNames(page, "By rep");
    const persons = names.filter((name) => name !== "Without a rep");
    const sorted = persons.toSorted((a, b) => a.localeCompare(b, "en"));
    expect(names).toEqual([...sorted, ...names.slice(persons.length)]);
  });

  test("reads the chart as a table and takes it along as CSV", async ({ page }) => {
    await page.goto("/dashboard");
    const chart = page.locator("section").filter({ hasText: "Revenue: actual against target" });
    await expect(chart.getByRole("img").locator("svg").first()).toBeVisible();
    const saved = page.waitForEvent("download");
    await chart.getByRole("button", { name: "Download" }).click();
    await page.getByRole("menuitem", { name: "Download CSV" }).click();
    const file = readFileSync(await (await saved).path(), "utf8");
    expect(file.charCodeAt(0)).toBe(0xfeff);
    const [head = "", ...rows] = file.slice(1).trim().split(/\r?\n/);
    expect(head).toMatch(/^Day,Actual/);
    await chart.getByRole("button", { name: "View as table" }).click();
    await expect(chart.getByRole("columnheader", { name: "Actual" })).toBeVisible();
    expect(await chart.locator("tbody tr").count()).toBe(rows.length);
    await expect(chart.getByRole("img")).toHaveCount(0);
    const link = chart.locator("tbody tr").nth(9).getByRole("link").first();
    const [shown = ""] = await link.allInnerTexts();
    await link.click();
    await page.waitForURL("**/figures/revenue?**");
    await expect(page.getByText(shown).first()).toBeVisible();
  });
});

test.describe("a rep", () => {
  test.use({ storageState: sessionOf("rep") });

  test("sees the own figures only, and no place of admins", async ({ page }) => {
    await page.goto("/dashboard");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dashboard");
    await expect(unitSwitch(page)).toHaveCount(0);
    await expect(table(page, "By rep")).toHaveCount(0);
    await expect(table(page, "By unit")).toHaveCount(0);
    const places = page.getByRole("navigation", { name: "Main" });
    await expect(places.getByRole("link", { name: "Deals" })).toBeVisible();
    await expect(places.getByRole("link", { name: "Settings" })).toHaveCount(0);
    await expect(places.getByRole("link", { name: "Data" })).toHaveCount(0);
    const [text] = await page.locator("#main").allInnerTexts();
    for (const colleague of ["Yue Sun", "Ke Wang", "Mingyuan Zhou"])
      expect(text).not.toContain(colleague);
  });
});

test.describe("an admin", () => {
  test.use({ storageState: sessionOf("admin") });

  test("sees the whole company, and its regions add up to it", async ({ page }) => {
    await page.goto("/dashboard");
    expect(await rowNames(page, "By unit")).toHaveLength(3);
    const shares = await table(page, "Revenue by region").locator("tbody tr").allInnerTexts();
    const sum = shares
      .map((text) => Number(text.match(/([\d.]+)%/)?.[1]))
      .reduce((total, share) => total + share, 0);
    expect(Math.abs(sum - 100)).toBeLessThan(0.3);
    const units = await (await openUnits(page)).allInnerTexts();
    for (const name of ["East", "South", "North"]) expect(units.join()).toContain(name);
  });
});

test.describe("on a phone", () => {
  test.use({ storageState: sessionOf("rep"), viewport: { width: 390, height: 844 } });

  test("the bottom bar leads to the places of a rep", async ({ page }) => {
    await page.goto("/dashboard");
    const bar = page.getByRole("navigation", { name: "Quick actions" });
    for (const [name, path] of [
      ["Deals", "/deals"],
      ["Follow-ups", "/activities/calendar"],
      ["Customers", "/customers"],
      ["My day", "/my-day"],
    ] as const) {
      await bar.getByRole("link", { name }).click();
      await page.waitForURL((url) => url.pathname === path);
      await expect(bar.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
    }
    await page.getByRole("button", { name: "Open menu" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Targets" }).click();
    await page.waitForURL("**/targets");
  });
});
