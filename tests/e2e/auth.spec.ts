import { expect, type Page, test } from "@playwright/test";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "@/prisma/seed/people";
import { NOBODY, sessionOf } from "./support/roles";

test.use({ locale: "en-US" });

/** Signing in opens a whole new page. */
const ARRIVAL = { timeout: 30_000 };

const fill = async (page: Page, email: string, password: string) => {
  await page.getByLabel("E-mail").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
};

test("sign-in leads back to the page asked for, with its filters", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto("/deals?sort=-amount");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdeals%3Fsort%3D-amount/);
  await fill(page, DEMO_SIGN_INS.rep, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/deals\?sort=-amount$/, ARRIVAL);
  expect(problems.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
});

test("a wrong password says so, keeps the address and never says whether it exists", async ({
  page,
}) => {
  const answers: string[] = [];
  for (const email of ["wei.he@demo.closeloop", "nobody@demo.closeloop"]) {
    await page.goto("/sign-in");
    await fill(page, email, "not the password");
    const alert = page.getByRole("alert").filter({ hasText: /\S/ });
    answers.push((await alert.first().textContent()) ?? "");
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
  }
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toContain("not right");
});

test("the address to come back to cannot lead elsewhere", async ({ page }) => {
  await page.goto("/sign-in?next=//evil.example/");
  await fill(page, DEMO_SIGN_INS.manager, DEMO_PASSWORD);
  await expect(page).toHaveURL(/\/dashboard/, ARRIVAL);
});

test("what is typed before the scripts run is neither lost nor put into the address", async ({
  page,
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.locator("input[name=email]").fill(DEMO_SIGN_INS.rep);
  await page.locator("input[name=password]").fill(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  expect(page.url()).not.toContain("password");
  release();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/my-day/, ARRIVAL);
});

test("the language can be changed before signing in", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("radio", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

test.describe("an admin", () => {
  test.use({ storageState: sessionOf("admin") });

  test("an invited person becomes a user, and loses access at once when disabled", async ({
    browser,
    page,
  }) => {
    await page.goto("/settings/users");
    const email = `new.${Date.now()}@demo.closeloop`;
    await page.getByRole("button", { name: "Invite a person" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name *", { exact: true }).fill("Nora New");
    await dialog.getByLabel("E-mail").fill(email);
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    const link = await page.getByLabel("Invitation link").inputValue();
    await page.getByRole("button", { name: "Done" }).click();

    const other = await (
      await browser.newContext({ locale: "en-US", storageState: NOBODY })
    ).newPage();
    await other.goto(link);
    await other.locator("input[name=password]").fill("blue kettle sings");
    await other.getByRole("button", { name: "Activate account" }).click();
    await expect(other).toHaveURL(/\/my-day/, ARRIVAL);
    await other.goto(link);
    await expect(other.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    await other.goto("/settings/users");
    await expect(other.getByRole("heading", { name: "Invite" })).toHaveCount(0);

    await page.goto(`/settings/users?q=${encodeURIComponent(email)}`);
    await page.getByRole("link", { name: "Nora New" }).click();
    await page.getByRole("button", { name: "Disable" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
    await expect(page.getByText("Disabled").first()).toBeVisible();
    await other.goto("/dashboard");
    await expect(other).toHaveURL(/\/sign-in/);
  });

  test("two admins edit the same person: the second sees both versions and loses nothing", async ({
    page,
  }) => {
    await page.goto("/settings/users?q=Qian");
    const href = (await page.locator("tbody a").first().getAttribute("href")) ?? "";
    const second = await page.context().newPage();
    await page.goto(href);
    await second.goto(href);
    const name = (on: Page) => on.getByLabel("English name");
    const save = (on: Page) => on.getByRole("button", { name: "Save", exact: true }).click();
    const original = await name(page).inputValue();
    await name(page).fill("Qian One");
    await save(page);
    await expect(page.getByRole("heading", { name: "Qian One" })).toBeVisible();
    await name(second).fill("Qian Two");
    await save(second);
    await expect(second.getByRole("cell", { name: "Qian One" })).toBeVisible();
    await expect(name(second)).toHaveValue("Qian Two");
    await second.getByRole("button", { name: /Keep mine/ }).click();
    await name(second).fill(original);
    await save(second);
    await expect(second.getByRole("heading", { name: original })).toBeVisible();
  });

  test("a unit moves from a day on and shows where it was before", async ({ page }) => {
    await page.goto("/settings/units");
    await page.getByRole("button", { name: "Add a unit" }).click();
    const dialog = page.getByRole("dialog");
    const name = `Team ${Date.now()}`;
    await dialog.getByLabel("Name *", { exact: true }).fill(name);
    await dialog.getByLabel("Belongs under").fill("East Region");
    await page
      .getByRole("listbox")
      .getByRole("option", { name: /East Region/ })
      .click();
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("link", { name: new RegExp(name) }).click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(name) })).toBeVisible();
    const parent = page.getByLabel("Belongs under");
    await parent.click();
    await parent.press("ControlOrMeta+a");
    await parent.pressSequentially("North");
    await page
      .getByRole("listbox")
      .getByRole("option", { name: /North Region/ })
      .click();
    await page.getByRole("button", { name: "Move", exact: true }).click();
    const moves = page.getByRole("table", { name: "Moves" });
    await expect(moves.getByRole("row")).toHaveCount(3);
    await expect(moves).toContainText("East Region");
    await page.getByRole("button", { name: "Close the unit" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Close the unit" }).click();
    await expect(page.getByText("Closed").first()).toBeVisible();
  });
});

test.describe("a rep", () => {
  test.use({ storageState: sessionOf("rep") });

  test("a personal token is shown once and can be revoked", async ({ page }) => {
    await page.goto("/profile");
    const name = `test ${Date.now()}`;
    await page.getByLabel("What for").fill(name);
    await page.getByRole("button", { name: "Create a token" }).click();
    const token = await page.getByLabel("Token", { exact: true }).inputValue();
    expect(token).toMatch(/^cl_/);
    await page.reload();
    await expect(page.getByText(token)).toHaveCount(0);
    const row = page.getByRole("row", { name: new RegExp(name) });
    await row.getByRole("button", { name: "Revoke" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await expect(row).toHaveCount(0);
  });
});
