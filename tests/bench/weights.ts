import { chromium } from "@playwright/test";
import { addressOf, contextFor } from "@/tests/e2e/support/addresses";
import { PAGES, type Visit } from "@/tests/e2e/support/pages";
import { ROLES, sessionOf, signIn } from "@/tests/e2e/support/roles";
import { budgetOf, javascriptOf, sumOf } from "./javascript";

type Account = { email: string; password: string };
export type Weight = { visit: Visit; bytes: number | null; budget: number };

/** The JavaScript of every page of the product, seen by one account; null where no record leads to it. */
export async function weighPages(baseURL: string, account: Account): Promise<Weight[]> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const signedIn = await browser.newContext({ baseURL });
  await signIn(await signedIn.newPage(), account.email, account.password);
  for (const role of ROLES) await signedIn.storageState({ path: sessionOf(role) });
  const weights: Weight[] = [];
  for (const { visits } of PAGES) {
    const visit = visits[0];
    if (!visit) continue;
    const context = await contextFor(browser, visit, { baseURL });
    context.setDefaultTimeout(15_000);
    const address = await addressOf(visit, context, baseURL).catch(() => null);
    const scripts = address && (await javascriptOf(await context.newPage(), address));
    weights.push({ visit, bytes: scripts ? sumOf(scripts) : null, budget: budgetOf(visit) });
    await context.close();
  }
  await browser.close();
  return weights;
}
