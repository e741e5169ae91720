import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Locale } from "@/lib/platform/i18n/locales";
import { isFullRun } from "@/tests/setup/thoroughness";
import { contextFor } from "./addresses";
import { type Hand, pointer } from "./hand";
import { keyboard } from "./keyboard";
import { choose, type Role } from "./roles";
import { demoName, formatterOf, type Words, wordsOf } from "./words";

/** How a flow is walked: in which language, at which width, by pointer or by keys alone. */
type Walk = { locale: Locale; width: 390 | 1440; by: "pointer" | "keys" };

const PLACES = [
  { locale: "zh-CN", width: 390 },
  { locale: "en", width: 1440 },
  { locale: "en", width: 390 },
  { locale: "zh-CN", width: 1440 },
] as const;

/**
 * The n-th flow is walked in both languages on a phone and at a desk, at the desk in one of them by
 * keys alone; in `npm test` in one of the four, which is another one for the next flow.
 */
function walksOf(index: number): readonly Walk[] {
  const keys = index % 2 === 0 ? "zh-CN" : "en";
  const walks = PLACES.map(
    (place): Walk => ({
      ...place,
      by: place.width === 1440 && place.locale === keys ? "keys" : "pointer",
    }),
  );
  const at = index % walks.length;
  return isFullRun ? walks : walks.slice(at, at + 1);
}

/** Somebody at a browser. */
export type Person = {
  page: Page;
  hand: Hand;
  /** Opens an address and waits until the page answers. */
  visit(path: string): Promise<void>;
};

export type Flow = Person &
  Walk & {
    phone: boolean;
    /** The product's words in the language of the walk. */
    t: Words;
    f: ReturnType<typeof formatterOf>;
    /** What the demo company calls something, by its English name. */
    demo: (nameEn: string) => string;
    /** A text that no other test and no other run has. */
    unique: (text: string) => string;
    /** Somebody else, in the same language at the same width; or in a browser that runs no scripts. */
    another(as: Role | "nobody", browser?: { scripts: boolean }): Promise<Person>;
  };

/** Gives the function that declares the flows of a file; the first of them is the n-th. */
export function flowsFrom(first: number) {
  let index = first;
  return function flow(name: string, as: Role, steps: (flow: Flow) => Promise<void>): void {
    for (const walk of walksOf(index++)) {
      const { locale, width, by } = walk;
      test(`${name}: ${locale}, ${width} px, by ${by}`, async ({ browser, baseURL }) => {
        test.slow();
        const people: Person[] = [];
        const another: Flow["another"] = async (who, { scripts } = { scripts: true }) => {
          const person = await arrive(browser, walk, { as: who, baseURL, scripts });
          people.push(person);
          return person;
        };
        const me = await another(as);
        await steps({
          ...me,
          ...walk,
          phone: width === 390,
          t: wordsOf(locale),
          f: formatterOf(locale),
          demo: (nameEn) => demoName(nameEn, locale),
          unique: (text) => `${text} ${crypto.randomUUID().slice(0, 8)}`,
          another,
        });
        for (const { page } of people) {
          expect(await page.evaluate(overhang)).toBeLessThanOrEqual(0);
          await page.context().close();
        }
      });
    }
  };
}

type Arrival = { as: Role | "nobody"; baseURL: string | undefined; scripts: boolean };

async function arrive(
  browser: Browser,
  { locale, width, by }: Walk,
  { as, baseURL, scripts }: Arrival,
): Promise<Person> {
  const viewport = { width, height: width === 390 ? 844 : 900 };
  const options = { baseURL, viewport, locale, javaScriptEnabled: scripts };
  const context = await contextFor(browser, { as }, options);
  await choose(context, baseURL, { locale });
  const page = await context.newPage();
  return {
    page,
    hand: by === "keys" ? keyboard(page) : pointer(),
    // What is pressed before the scripts run would be lost.
    visit: async (path) => void (await page.goto(path, { waitUntil: "networkidle" })),
  };
}

/** By how many pixels the page is wider than the window. */
const overhang = () => document.documentElement.scrollWidth - window.innerWidth;
