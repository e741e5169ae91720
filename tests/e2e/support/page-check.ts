import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import messages from "@/lib/platform/i18n/messages/en.json" with { type: "json" };
import { untilAtRest } from "./at-rest";
import { type Combination, wordsFor } from "./matrix";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const FILE_ENDINGS = "csv|xlsx|json|txt|zip";
/** What next-intl shows where a text is missing: the path of its key. */
const KEY_PATH = new RegExp(
  `\\b(?:${Object.keys(messages).join("|")})\\.(?!(?:${FILE_ENDINGS})\\b)[a-z]\\w*(?:\\.\\w+)*`,
);

/**
 * Notes from here on what a browser shows in its console as errors, what a script throws and what
 * the server answers with 400 or more to anything the page asks for. The page itself may be a 404.
 */
export function watchForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`thrown: ${error.message}`));
  page.on("console", (message) => {
    const isStatus = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isStatus) errors.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() < 400 || response.request().isNavigationRequest()) return;
    errors.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return errors;
}

/**
 * Everything wrong with the page at an address in one combination, in words; none is right. `errors`
 * is what `watchForErrors` notes for this browser page.
 */
export async function problemsAt(
  page: Page,
  address: string,
  combination: Combination,
  { errors, status = 200 }: { errors: string[]; status?: number },
): Promise<string[]> {
  const { theme, width } = combination;
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
  const answer = await page.goto(address);
  await untilAtRest(page);
  const found = [...(await problemsOf(page, combination)), ...errors.splice(0)];
  if (answer?.status() !== status) found.push(`answers ${answer?.status()}`);
  return found.map((text) => `${address} (${wordsFor(combination)}): ${text}`);
}

/** Everything wrong with a page at rest, in words; none is right. */
async function problemsOf(page: Page, { locale }: Combination): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `axe ${id}: ${html}\n${failureSummary}`),
  );
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    labels: [...document.querySelectorAll("[aria-label], [placeholder], [title]")].flatMap(
      (element) => ["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name)),
    ),
    headings: document.querySelectorAll("h1").length,
    scrollWidth: document.documentElement.scrollWidth,
    innerWidth: window.innerWidth,
  }));
  if (seen.lang !== locale) found.push(`html lang is ${seen.lang}`);
  if (seen.title.trim() === "") found.push("the title is empty");
  if (seen.headings !== 1) found.push(`${seen.headings} h1`);
  if (seen.scrollWidth > seen.innerWidth) found.push(`scrolls sideways: ${seen.scrollWidth} px`);
  const texts = [seen.title, ...seen.labels, ...(await page.getByText(KEY_PATH).allTextContents())];
  const missing = texts.flatMap((text) => text?.match(KEY_PATH)?.[0] ?? []);
  return [...found, ...missing.map((key) => `text missing: ${key}`)];
}
