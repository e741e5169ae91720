import type { Browser, BrowserContext } from "@playwright/test";
import type { Visit } from "./pages";
import { makeRecord } from "./records";
import { NOBODY, sessionOf } from "./roles";

/** A browser window of the visitor, with these settings. */
export function contextFor(
  browser: Browser,
  { as }: Pick<Visit, "as">,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({
    ...options,
    storageState: as === "nobody" ? NOBODY : sessionOf(as),
  });
}

/** The first address on a page, in its order, that a pattern fits; as the server sends it. */
export function firstLink(html: string, pattern: RegExp): string | undefined {
  const addresses = [...html.matchAll(/ href="([^"]+)"/g)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );
  return addresses.find((address) => pattern.test(address));
}

/** Where a visit leads on the server under test. */
export async function addressOf(
  { to }: Visit,
  context: BrowserContext,
  baseURL: string | undefined,
): Promise<string> {
  if (typeof to === "string") return to;
  const browser = context.browser();
  if ("made" in to && browser) return makeRecord(to.made, browser, baseURL);
  if ("made" in to) throw new Error("records are made in a launched browser only");
  const answer = await context.request.get(to.on);
  const found = firstLink(await answer.text(), to.link);
  if (!found) throw new Error(`${to.on} has no link like ${to.link} for this person`);
  return found;
}
