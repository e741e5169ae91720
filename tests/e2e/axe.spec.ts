import { expect, test } from "@playwright/test";
import { addressOf, contextFor } from "./support/addresses";
import { untilAtRest } from "./support/at-rest";
import { combinationsFor, wordsFor } from "./support/matrix";
import { problemsOf, watchForErrors } from "./support/page-check";
import { VISITS } from "./support/pages";
import { choose } from "./support/roles";

for (const [index, visit] of VISITS.entries()) {
  for (const combination of combinationsFor(index)) {
    test(`${visit.name}: ${wordsFor(combination)}`, async ({ browser, baseURL }) => {
      const { theme, width } = combination;
      const context = await contextFor(browser, visit, {
        baseURL,
        colorScheme: theme,
        reducedMotion: "reduce",
        viewport: { width, height: width === 390 ? 844 : 900 },
      });
      await choose(context, baseURL, combination);
      const address = await addressOf(visit, context, baseURL);
      const page = await context.newPage();
      const errors = watchForErrors(page);
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(visit.status ?? 200);
      await untilAtRest(page);
      expect([...(await problemsOf(page, combination)), ...errors], address).toEqual([]);
      await context.close();
    });
  }
}
