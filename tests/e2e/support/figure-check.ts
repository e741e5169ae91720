import type { Page } from "@playwright/test";
import { isAdditive, isMetricId } from "@/lib/metrics/domain/catalogue";
import { isFullRun } from "../../setup/thoroughness";
import { bare, contentOf, type LinkedNumber } from "./figure-walk";
import { shows } from "./shown-number";

const AT_ONCE = 4;

/** What makes two figures of one kind: the same metric or working, limited by the same dimensions. */
function kindOf({ href }: LinkedNumber): string {
  const { pathname, searchParams } = new URL(href, "http://x");
  const at = searchParams
    .get("at")
    ?.replaceAll(/[0-9a-f-]{36}|none|\d{4}-\d{2}-\d{2}|\b\d+\b/g, "");
  const named = [searchParams.get("of"), searchParams.get("tab"), at];
  return `${pathname} ${named} ${[...searchParams.keys()]}`;
}

/** A page that numbers lead to, and how they were written. */
type Opened = { href: string; texts: string[] };

/** Pages of one figure of each kind in `npm test`, of every one in the full run; each opened once. */
function sample(numbers: readonly LinkedNumber[]): Opened[] {
  const kinds = new Map(numbers.map((number) => [kindOf(number), number.href]));
  const chosen = new Set(kinds.values());
  const pages = Map.groupBy(numbers, ({ href }) => href);
  return [...pages].flatMap(([href, own]) =>
    isFullRun || chosen.has(href) ? [{ href, texts: [...new Set(own.map((n) => n.text))] }] : [],
  );
}

/** Opens a figure and compares; what is wrong with it, in words. */
async function faultsOf(page: Page, opened: Opened): Promise<string[]> {
  const { href, texts } = opened;
  if (href.startsWith("/analysis/figure")) return workingFaults(page, opened);
  const { status, text: shown, html } = await contentOf(page, href);
  if (status !== 200) return [`${href} answers ${status}`];
  const missing = texts.filter((text) => !shown.includes(bare(text)) && !shows(shown, text));
  if (missing.length > 0) return missing.map((text) => `${href} does not show ${text}`);
  const metric = /^\/figures\/(\w+)/.exec(href)?.[1] ?? "";
  return isMetricId(metric) && isAdditive(metric) ? sumFault(page, href, html) : [];
}

/** The records behind an additive figure add up to it, or are as many as it counts. */
async function sumFault(page: Page, href: string, html: string): Promise<string[]> {
  const [, result = ""] = /Result<\/dt><dd[^>]*><b>([^<]+)/.exec(html) ?? [];
  const list = /href="(\/(?:sales|deals|activities|feedback)\?[^"]*)"/
    .exec(html)?.[1]
    ?.replaceAll("&amp;", "&");
  if (!list) {
    const rows = html.match(/href="\/customers\//g)?.length ?? 0;
    return rows === Number(result) || rows === 50 ? [] : [`${href}: ${rows} customers`];
  }
  const records = await contentOf(page, list);
  const adds = shows(records.text, result) || !/[1-9]/.test(result);
  return records.status === 200 && adds ? [] : [`${list} does not add up to ${result}`];
}

type WorkedLine = { how: string; value: number | null; parts: (number | null)[] };

const total = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** How each kind of figure follows from its parts, by the words on the page. */
const RECOMPUTED: Record<string, (parts: readonly (number | null)[]) => number | null> = {
  "The parts below, added": total,
  "The first less the second": ([a = 0, b = 0]) => (a ?? 0) - (b ?? 0),
  "The first divided by the second": ([a, b]) => (a == null || !b ? null : a / b),
  "The parts below, multiplied": (parts) =>
    parts.reduce<number>((product, value) => product * (value ?? 0), 1),
  "The mean of the parts below": (parts) => total(parts) / parts.length,
};

/** The page of a working shows the number, and each of its figures follows from its parts. */
async function workingFaults(page: Page, { href, texts }: Opened): Promise<string[]> {
  const { status, html, text: words } = await contentOf(page, href);
  if (status !== 200) return [`${href} answers ${status}`];
  const lines = await page.evaluate(linesIn, html);
  const values = lines.flatMap(({ value, parts }) => [value, ...parts]).map(String);
  const all = [words, ...values].join(" | ");
  const wrong = lines.filter(({ how, value, parts }) => {
    const again = RECOMPUTED[how]?.(parts);
    const far = Math.abs((again ?? 0) - (value ?? 0));
    return again != null && value !== null && far > 1e-6 * Math.max(1, Math.abs(value));
  });
  return [
    ...texts.flatMap((text) => (shows(all, text) ? [] : [`${href} does not show ${text}`])),
    ...wrong.map(({ how, value }) => `${href}: ${how} is not ${value}`),
  ];
}

/** The figures of a working with their parts, as the page writes them for machines. */
function linesIn(html: string): WorkedLine[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const numberIn = ({ value }: HTMLDataElement) => (value === "" ? null : Number(value));
  return [...body.querySelectorAll("main section")].map((card) => {
    const head = card.querySelector<HTMLDataElement>("h2 data");
    return {
      how: card.querySelector("h2 + p")?.textContent ?? "",
      value: head ? numberIn(head) : null,
      parts: [...card.querySelectorAll<HTMLDataElement>("dl data")].map(numberIn),
    };
  });
}

/** What is wrong with the figures of a page, a sample of them or all. */
export async function faults(page: Page, numbers: readonly LinkedNumber[]): Promise<string[]> {
  const left = sample(numbers);
  const found: string[] = [];
  while (left.length > 0) {
    const some = left.splice(0, AT_ONCE);
    found.push(...(await Promise.all(some.map((number) => faultsOf(page, number)))).flat());
  }
  return found;
}
