import { isFullRun } from "@/tests/setup/thoroughness";

export type Combination = {
  locale: "zh-CN" | "en";
  theme: "light" | "dark";
  width: 390 | 1440;
};

/** All eight; the n-th and the (7 - n)-th differ in everything. */
export const COMBINATIONS: readonly Combination[] = (["zh-CN", "en"] as const).flatMap((locale) =>
  (["light", "dark"] as const).flatMap((theme) =>
    ([390, 1440] as const).map((width) => ({ locale, theme, width })),
  ),
);

/** Two opposite combinations for the n-th page, other ones for the next; all eight in test:full. */
export function combinationsFor(index: number): readonly Combination[] {
  if (isFullRun) return COMBINATIONS;
  const at = index % 4;
  return COMBINATIONS.filter((_, position) => position === at || position === 7 - at);
}

export const wordsFor = ({ locale, theme, width }: Combination): string =>
  `${locale}, ${theme}, ${width} px`;
