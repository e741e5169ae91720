import type { Page } from "@playwright/test";

/** A number on the page and where it leads. */
export type LinkedNumber = { text: string; href: string };

/** Digits that are no figures: fiscal periods, days, and the rule of the 100% line. */
const LABELS = [
  "FY\\d{4}(?:/\\d{2})?(?: Q\\d)?",
  "[A-Z][a-z]{2} (?:\\d{1,2}, )?\\d{4}",
  "[A-Z][a-z]{2} \\d{1,2}\\b",
  "100% of target",
  "\\d+ months",
  "over 90 days",
];

/**
 * Every text with digits in the content of the page: those within a link to a figure or its records, and
 * those that are not. No figures are names in the heads of rows and columns and where they stand again
 * elsewhere, plots and controls, what a row about a record says of it, notes, and the rule under a title.
 */
export function numbersOn(page: Page): Promise<{ linked: LinkedNumber[]; plain: string[] }> {
  return page.locator("#main").evaluate((main, labels) => {
    const linked: { text: string; href: string }[] = [];
    const plain: string[] = [];
    const names = [...main.querySelectorAll("th[scope=row], li .truncate")]
      .map((one) => one.textContent?.trim() ?? "")
      .filter((name) => /\d/.test(name) && /\D/.test(name));
    const isFigure = (href: string | null | undefined) =>
      /^\/(figures\/|analysis\/figure|deals\?)/.test(href ?? "");
    const nodes = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const parent = node.parentElement;
      if (
        !parent ||
        parent.closest(
          "th, dt, svg, select, button, summary, nav, q, [role=img], [role=combobox], script, style",
        )
      )
        continue;
      const short = names.reduce((rest, name) => rest.replaceAll(name, ""), node.textContent ?? "");
      const text = labels.reduce(
        (rest, label) => rest.replaceAll(new RegExp(label, "g"), ""),
        short,
      );
      if (!/\d/.test(text)) continue;
      const own = parent.closest("a")?.getAttribute("href");
      // A finding's whole line leads to its page, which has the evidence; a row about a deal to the deal.
      const line = parent.closest("li")?.querySelector("a[href^='/findings/']");
      const record = parent.closest("tr")?.querySelector("th a[href^='/deals/']");
      // The sentence of a card leads where its link does; without one it states a rule.
      const sub = parent.closest("h2 + p");
      const explained = sub?.parentElement?.parentElement?.querySelector(
        "a[href^='/analysis/figure']",
      );
      const href = own ?? (line ?? explained)?.getAttribute("href");
      if (isFigure(href)) linked.push({ text: text.trim(), href: href ?? "" });
      else if (!record && !sub && !/^\/(dashboard|findings)/.test(href ?? ""))
        plain.push(text.trim());
    }
    return { linked, plain };
  }, LABELS);
}

/** The content of a page as the server sends it: its status and its text without markup. */
export async function contentOf(
  page: Page,
  href: string,
): Promise<{ status: number; text: string; html: string }> {
  const response = await page.request.get(href);
  const html = (await response.text())
    .replaceAll(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll("<!-- -->", "");
  const text = html.slice(html.indexOf('id="main"')).replaceAll(/<[^>]+>/g, " ");
  return { status: response.status(), text, html };
}

/** The digits of a figure without its sign and currency: "−¥665k" is "665k". */
export const bare = (text: string): string => text.replaceAll(/^[^\d]+/g, "");
