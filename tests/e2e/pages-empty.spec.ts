import { expect, test } from "@playwright/test";
import { untilAtRest } from "./support/at-rest";
import { combinationsFor, wordsFor } from "./support/matrix";
import { problemsOf, watchForErrors } from "./support/page-check";
import { choose } from "./support/roles";

// The first run, on a server of its own with an empty database (tests/setup/e2e-server.ts).
test.describe.configure({ mode: "serial" });

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

for (const combination of combinationsFor(0)) {
  test(`first run: ${wordsFor(combination)}`, async ({ browser }) => {
    const { theme, width } = combination;
    const context = await browser.newContext({
      colorScheme: theme,
      viewport: { width, height: 844 },
    });
    await choose(context, server(), combination);
    const page = await context.newPage();
    const errors = watchForErrors(page);
    await page.goto(`${server()}/`);
    await page.waitForURL("**/setup");
    await untilAtRest(page);
    expect([...(await problemsOf(page, combination)), ...errors]).toEqual([]);
    await context.close();
  });
}

test("the first admin finds every page without data, and what to do next", async ({
  page,
  context,
}) => {
  test.slow();
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
      const { theme, width } = combination;
      await choose(context, server(), combination);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.goto(server() + path);
      await untilAtRest(page);
      const found = [...(await problemsOf(page, combination)), ...errors.splice(0)];
      problems.push(...found.map((text) => `${path} (${wordsFor(combination)}): ${text}`));
    }
  }
  expect(problems).toEqual([]);
});

test("the first run is over once there is an admin", async ({ page }) => {
  await page.goto(`${server()}/setup`);
  await page.waitForURL("**/sign-in");
});
