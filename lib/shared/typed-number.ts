import { parseDecimal, rescale } from "./decimal";

/** How the values of a KPI are written: money and counts as they are, ratios in percent. */
export type NumberKind = "money" | "count" | "ratio";

/** Limits of a KPI's values; `digits` are decimals of the stored value (a ratio is a fraction). */
export type NumberRule = { kind: NumberKind; digits: number; min: number; max: number };

export type ParsedNumber =
  | { ok: true; value: number | null }
  | { ok: false; reason: "notANumber" | "outOfRange" };

const SUFFIX: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  w: 1e4,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

const EMPTY = new Set(["", "-", "–", "—", "/", "n/a", "无"]);
const CURRENCY = /^(?:[¥$€£]|rmb|[a-z]{3}(?=[\d.(+-]))|(?:元|块|圆|rmb|cny)$/g;
const NUMBER =
  /^([+-]?)((?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d+)(?:\.\d*)?|\.\d+)([a-z]+|[十百千万亿]+)?(%)?$/;

/** Rounds to `digits` decimals, halves away from zero. */
export function roundTo(value: number, digits: number): number {
  return Number(wholeUnits(value, digits)) / 10 ** digits;
}

/** The value in whole units of 10^−`digits`, for sums and splits that must be exact. */
export function wholeUnits(value: number, digits: number): bigint {
  return rescale(parseDecimal(String(value)), digits);
}

/**
 * Reads what a person types or pastes into a cell: `1,234.5`, `￥１２万`, `1.2亿`, `3.5k`, `(200)`,
 * `12.5%`. Full-width signs count as their plain forms. A ratio's plain number is in percent
 * (`12.5` is 0.125). Nothing, `-` or `—` clears the cell (null). Rounds to the rule's decimals.
 */
export function parseTypedNumber(text: string, rule: NumberRule): ParsedNumber {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s\u200b'_]/g, "")
    .replace(/[−﹣]/g, "-")
    .toLowerCase();
  if (EMPTY.has(plain)) return { ok: true, value: null };
  const bracketed = /^\((.+)\)(%?)$/.exec(plain);
  const found = NUMBER.exec(
    (bracketed ? `-${bracketed[1]}${bracketed[2]}` : plain)
      .replace(/^-(?=[¥$€£])([¥$€£])/, "$1-")
      .replace(CURRENCY, ""),
  );
  if (!found) return { ok: false, reason: "notANumber" };
  const [, sign, digits = "", suffix, percent] = found;
  const factor = suffix === undefined ? 1 : SUFFIX[suffix];
  const isRatio = rule.kind === "ratio";
  if (factor === undefined || (isRatio ? suffix : percent))
    return { ok: false, reason: "notANumber" };
  const size = (Number(digits.replaceAll(",", "")) * factor) / (isRatio ? 100 : 1);
  const value = roundTo(sign === "-" ? -size : size, rule.digits);
  if (!(value >= rule.min && value <= rule.max)) return { ok: false, reason: "outOfRange" };
  return { ok: true, value };
}

/** The value as a person would type it: no grouping, a ratio in percent; "" for null. */
export function typedForm(value: number | null, kind: NumberKind): string {
  if (value === null) return "";
  return kind === "ratio" ? `${roundTo(value * 100, 6)}%` : String(value);
}
