import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { STARTER_THEMES } from "@/lib/feedback/domain/starter-themes";
import { themeTagger } from "@/lib/feedback/domain/suggest-themes";
import { type Judged, microScore } from "@/lib/feedback/domain/theme-score";
import { sharedData } from "@/tests/setup/shared-data";
import { ZH_LABELS, ZH_ROWS } from "./zh-review-labels";

/** Themes by key, as a new company has them. */
const tag = themeTagger(
  STARTER_THEMES.map(({ key, words, wordsEn }) => ({ id: key, words, wordsEn })),
);

export const EN_THEMES = ["food", "service", "price", "ambience"] as const;
export const ZH_THEMES = ["food", "service", "price", "delivery", "ambience"] as const;

const sentence = z.object({
  sentence_id: z.coerce.number(),
  text: z.string(),
  kind: z.string(),
  name: z.string(),
});

/**
 * The English sentences. Word lists were written with the sentences of even numbers only; those of
 * odd numbers are held out and were looked at by nobody while the lists were made.
 */
export function judgeEnglish(half: "developed on" | "held out"): Judged[] {
  const file = readFileSync(sharedData("en-reviews").file("restaurants.csv"));
  const rows = z.array(sentence).parse(parse(file, { columns: true, bom: true }));
  const found = new Map<number, { text: string; right: Set<string> }>();
  for (const { sentence_id, text, kind, name } of rows) {
    if ((sentence_id % 2 === 0) !== (half === "developed on")) continue;
    const known = found.get(sentence_id) ?? { text, right: new Set<string>() };
    if (kind === "category") known.right.add(name);
    found.set(sentence_id, known);
  }
  return [...found.values()].map(({ text, right }) => ({ given: tag(text), right: [...right] }));
}

/** The 300 Chinese reviews that were labelled by reading. */
export function judgeChinese(): Judged[] {
  const file = readFileSync(sharedData("zh-reviews").file("waimai_10k.csv"));
  const rows = z
    .array(z.object({ review: z.string() }))
    .parse(parse(file, { columns: true, bom: true }));
  return ZH_ROWS.map((row) => ({
    given: tag(rows[row - 1]?.review ?? ""),
    right: ZH_THEMES.filter((theme) => ZH_LABELS[theme].includes(row)),
  }));
}

/** The figures of docs/themes.md. */
export function printThemes(): void {
  const line = (name: string, judged: readonly Judged[], themes: readonly string[]) => {
    const { precision, recall, f1 } = microScore(judged, themes);
    const cells = [precision, recall, f1].map((share) => share?.toFixed(3) ?? "—");
    console.log(name.padEnd(40) + cells.map((cell) => cell.padStart(12)).join(""));
  };
  console.log("\nThemes of feedback, micro-averaged over all themes (goal: F1 of 0.6)");
  console.log(" ".repeat(40) + ["precision", "recall", "F1"].map((w) => w.padStart(12)).join(""));
  const data = [sharedData("en-reviews"), sharedData("zh-reviews")];
  if (data.some(({ missing }) => missing)) return;
  const [held, chinese] = [judgeEnglish("held out"), judgeChinese()];
  line(`English, held out (${held.length})`, held, EN_THEMES);
  for (const theme of EN_THEMES) line(`  ${theme}`, held, [theme]);
  line(`Chinese, labelled by reading (${chinese.length})`, chinese, ZH_THEMES);
  for (const theme of ZH_THEMES) line(`  ${theme}`, chinese, [theme]);
}
