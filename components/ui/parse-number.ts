const UNITS: Record<string, number> = { 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6, "%": 0.01 };

/**
 * Number typed by a person: grouping commas and spaces, full-width digits, and the endings 万, 亿,
 * k, M and %. Empty gives null; what is no number gives undefined. `percent`: a plain 10 means 10%.
 */
export function parseNumber(text: string, percent = false): number | null | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s,_'¥$€£]/g, "")
    .replace("−", "-")
    .toLowerCase();
  if (plain === "") return null;
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))([万亿km%]?)$/.exec(plain);
  if (!match) return undefined;
  const [, digits = "", unit = ""] = match;
  const factor = UNITS[unit] ?? (percent ? 0.01 : 1);
  return Number((Number(digits) * factor).toPrecision(15));
}
