import { expect, test } from "@playwright/test";
import { budgetOf, javascriptOf, sumOf } from "@/tests/bench/javascript";
import { addressOf, contextFor } from "./support/addresses";
import { PAGES } from "./support/pages";

test("no page loads more JavaScript than its budget", async ({ browser, baseURL }) => {
  test.setTimeout(PAGES.length * 15_000);
  const over: string[] = [];
  for (const { visits } of PAGES) {
    const visit = visits[0];
    if (!visit) continue;
    const context = await contextFor(browser, visit, { baseURL });
    const address = await addressOf(visit, context, baseURL);
    const bytes = sumOf(await javascriptOf(await context.newPage(), address));
    if (bytes > budgetOf(visit)) over.push(`${visit.name}: ${bytes} of ${budgetOf(visit)} bytes`);
    await context.close();
  }
  expect(over).toEqual([]);
});
