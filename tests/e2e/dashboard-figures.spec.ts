import { expect, type Page, test } from "@playwright/test";
import { isAdditive, isMetricId } from "@/lib/metrics/domain/catalogue";
import { isFullRun } from "../setup/thoroughness";
import { bare, contentOf, type LinkedNumber, numbersOn } from "./support/figure-walk";
import { choose, ROLES, sessionOf } from "./support/roles";

test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

const ALL = "allReps=1&allUnits=1&allProducts=1";
/** One figure of each kind in `npm test`, every one in the full run. */
const AT_ONCE = 4;

/** What makes two figures of one kind: the same metric of the same, limited by the same dimensions. */
function kindOf({ href }: LinkedNumber): string {
  const { pathname, searchParams } = new URL(href, "http://x");
  return `${pathname} ${searchParams.get("of")} ${[...searchParams.keys()]}`;
}

function sample(numbers: readonly LinkedNumber[]): LinkedNumber[] {
  const chosen = isFullRun ? (n: LinkedNumber) => `${n.href} ${n.text}` : kindOf;
  return [...new Map(numbers.map((number) => [chosen(number), number])).values()];
}

/** Opens a figure and compares; what is wrong with it, in words. */
async function faultsOf(page: Page, { href, text }: LinkedNumber): Promise<string[]> {
  const { status, text: shown, html } = await contentOf(page, href);
  if (status !== 200) return [`${href} answers ${status}`];
  if (!shown.includes(bare(text))) return [`${href} does not show ${text}`];
  const metric = /figures\/(\w+)/.exec(href)?.[1] ?? "";
  return isMetricId(metric) && isAdditive(metric) ? sumFault(page, href, html) : [];
}

/** The records behind an additive figure add up to it, or are as many as it counts. */
async function sumFault(page: Page, href: string, html: string): Promise<string[]> {
  const [, result = ""] = /Result<\/dt><dd[^>]*><b>([^<]+)/.exec(html) ?? [];
  const list = /href="(\/(?:sales|deals)\?[^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  if (!list) {
    const rows = html.match(/href="\/customers\//g)?.length ?? 0;
    return rows === Number(result) || rows === 50 ? [] : [`${href}: ${rows} customers`];
  }
  const records = await contentOf(page, list);
  const adds = amountsIn(records.text).has(amountOf(result)) || amountOf(result) === 0;
  return records.status === 200 && adds ? [] : [`${list} does not add up to ${result}`];
}

const amountOf = (text: string) => Number(text.replaceAll(/[^\d.]/g, ""));
const amountsIn = (text: string) =>
  new Set((text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(amountOf));

async function faults(page: Page, numbers: readonly LinkedNumber[]): Promise<string[]> {
  const left = sample(numbers);
  const found: string[] = [];
  while (left.length > 0) {
    const some = left.splice(0, AT_ONCE);
    found.push(...(await Promise.all(some.map((number) => faultsOf(page, number)))).flat());
  }
  return found;
}

/** The code of a month; the demo company's data go up to today. */
function monthsAgo(count: number): string {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1));
  return first.toISOString().slice(0, 7).replace("-", "-M");
}

for (const role of ROLES) {
  test.describe(`on the dashboard of ${role}`, () => {
    test.use({ storageState: sessionOf(role) });

    for (const [name, query, chosen] of [
      ["with data", ALL, "all"],
      ["of a period without data", `${ALL}&period=2019-Q1`, "manager"],
      ["of a month that is over", `${ALL}&period=${monthsAgo(2)}`, "rep"],
    ] as const) {
      if (!isFullRun && chosen !== "all" && chosen !== role) continue;
      test(`every number ${name} opens a page that shows it, and its records`, async ({ page }) => {
        test.slow();
        await page.goto(`/dashboard?${query}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        const { linked, plain } = await numbersOn(page);
        expect(plain).toEqual([]);
        expect(linked.length).toBeGreaterThan(10);
        expect(await faults(page, linked)).toEqual([]);
      });
    }
  });
}
