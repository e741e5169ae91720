import type { Locale } from "./locales";

interface Step {
  readonly size: number;
  readonly suffix: string;
  /** decimals by size of the scaled number */
  readonly digits: (scaled: number) => number;
}

const few = (scaled: number) => (scaled < 9.95 ? 1 : 0);
const three = (scaled: number) => (scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0);

const STEPS: Record<Locale, readonly Step[]> = {
  "zh-CN": [
    { size: 1e8, suffix: "亿", digits: three },
    { size: 1e4, suffix: "万", digits: few },
  ],
  en: [
    { size: 1e9, suffix: "B", digits: three },
    { size: 1e6, suffix: "M", digits: three },
    { size: 1e3, suffix: "k", digits: few },
  ],
};

/**
 * A number in short form: 32,293,456 is 3,229 万 in Chinese and 32.3 M in English. The step is
 * chosen after rounding, so 99,999,999 is 1.00 亿 and not 10,000 万. Small numbers keep up to two
 * decimals only when they have any.
 */
export function compactParts(
  value: number,
  locale: Locale,
): { scaled: number; digits: number; suffix: string } {
  const size = Math.abs(value);
  const steps = STEPS[locale];
  for (const [index, step] of steps.entries()) {
    const smaller = steps[index + 1]?.size ?? 1;
    // half of the smaller step's last shown place lifts a number into this step
    if (size < step.size - smaller / 2) continue;
    return {
      scaled: value / step.size,
      digits: step.digits(size / step.size),
      suffix: step.suffix,
    };
  }
  return { scaled: value, digits: Number.isInteger(value) ? 0 : 2, suffix: "" };
}
