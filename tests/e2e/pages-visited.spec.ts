import { expect, test } from "@playwright/test";
import { budgetOf, sumOf, watchScripts } from "@/tests/bench/javascript";
import { addressOf, contextFor } from "./support/addresses";
import { combinationsFor } from "./support/matrix";
import { problemsAt, watchForErrors } from "./support/page-check";
import { VISITS } from "./support/pages";
import { choose } from "./support/roles";

// A development server sends more than a page needs.
const isBuilt = !process.env.E2E_DEVELOPMENT;

for (const [index, visit] of VISITS.entries()) {
  test(`${visit.name} is sound and within its budget`, async ({ browser, baseURL }) => {
    test.slow();
    const context = await contextFor(browser, visit, { baseURL });
    const address = await addressOf(visit, context, baseURL);
    const page = await context.newPage();
    const errors = watchForErrors(page);
    const problems: string[] = [];
    for (const [turn, combination] of combinationsFor(index).entries()) {
      // Only the first time nothing comes from the browser's own store.
      await choose(context, baseURL, combination);
      const weigh = turn === 0 && isBuilt ? watchScripts(page) : null;
      problems.push(...(await problemsAt(page, address, combination, { ...visit, errors })));
      const bytes = weigh ? sumOf(await weigh()) : 0;
      if (bytes > budgetOf(visit)) problems.push(`${bytes} bytes of JavaScript`);
    }
    expect(problems).toEqual([]);
    await context.close();
  });
}
