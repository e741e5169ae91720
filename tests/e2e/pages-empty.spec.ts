import { expect, test } from "@playwright/test";
import { combinationsFor } from "./support/matrix";
import { problemsAt, watchForErrors } from "./support/page-check";
import { choose } from "./support/roles";

// The first run, on a server of its own with an empty database (tests/setup/e2e-server.ts).
// There is no second first run, so nothing is tried again.
test.describe.configure({ mode: "serial", retries: 0 });

const server = () => String(process.env.E2E_EMPTY_URL);
const PAGES = [
  ...[
    "/dashboard",
    "/my-day",
    "/targets",
    "/deals",
    "/activities",
    "/activities/calendar",
    "/customers",
    "/sales",
    "/data",
    "/profile",
  ],
  ...["/settings/users", "/settings/units", "/settings/products"],
];

test("the first run leads to the page that makes the first admin", async ({ page, context }) => {
  const errors = watchForErrors(page);
  const problems: string[] = [];
  for (const combination of combinationsFor(0)) {
    await choose(context, server(), combination);
    problems.push(...(await problemsAt(page, `${server()}/`, combination, { errors })));
    expect(page.url()).toBe(`${server()}/setup`);
  }
  expect(problems).toEqual([]);
});

test("the first admin finds every page without data, and what to do next", async ({
  page,
  context,
}) => {
  test.setTimeout(PAGES.length * combinationsFor(0).length * 10_000);
  await choose(context, server(), { locale: "en" });
  await page.goto(`${server()}/setup`);
  await page.locator("input[name=organisation]").fill("First Company");
  await page.locator("input[name=name]").fill("Ada First");
  await page.locator("input[name=email]").fill("ada@first.test");
  await page.locator("input[name=password]").fill("a long way from nowhere 7");
  await page.locator("button[type=submit]").click();
  await page.waitForURL("**/dashboard");
  await expect(page.getByRole("link", { name: /import/i }).first()).toBeVisible();
  const errors = watchForErrors(page);
  const problems: string[] = [];
  for (const [index, path] of PAGES.entries()) {
    for (const combination of combinationsFor(index)) {
      await choose(context, server(), combination);
      problems.push(...(await problemsAt(page, server() + path, combination, { errors })));
    }
  }
  expect(problems).toEqual([]);
});

test("the first run is over once there is an admin", async ({ page }) => {
  await page.goto(`${server()}/setup`);
  await page.waitForURL("**/sign-in");
});
