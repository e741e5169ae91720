import type { Page } from "@playwright/test";

/** A number on the page and where it leads. */
export type LinkedNumber = { text: string; href: string };

/** Digits that are no figures: fiscal periods, days, and the rule of the 100% line. */
const LABELS = [
  "FY\\d{4}(?:/\\d{2})?(?: Q\\d)?",
  "[A-Z][a-z]{2} (?:\\d{1,2}, )?\\d{4}",
  "100% of target",
];

/**
 * Every text with digits in the content of the page: those within a link to a figure, and those that
 * are not. Names in the heads of rows and columns, plots and controls are no figures.
 */
export function numbersOn(page: Page): Promise<{ linked: LinkedNumber[]; plain: string[] }> {
  return page.locator("#main").evaluate((main, labels) => {
    const linked: { text: string; href: string }[] = [];
    const plain: string[] = [];
    const nodes = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest("th, svg, select, button, [role=img], [role=combobox]"))
        continue;
      const text = labels.reduce(
        (rest, label) => rest.replaceAll(new RegExp(label, "g"), ""),
        node.textContent ?? "",
      );
      if (!/\d/.test(text)) continue;
      // A finding's whole line leads to its page, which has the evidence.
      const line = parent.closest("li")?.querySelector("a[href^='/findings/']");
      const href = (parent.closest("a") ?? line)?.getAttribute("href");
      if (href?.startsWith("/figures/")) linked.push({ text: text.trim(), href });
      else if (!/^\/(dashboard|findings)/.test(href ?? "")) plain.push(text.trim());
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
