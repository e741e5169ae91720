/** How numbers are written, named by an example: grouping and decimal signs. */
export const numberFormats = ["1234.5", "1,234.5", "1.234,5", "1 234,5", "1'234.5"] as const;
export type NumberFormat = (typeof numberFormats)[number];

const separators: Record<NumberFormat, { group: RegExp | null; decimal: string }> = {
  "1234.5": { group: null, decimal: "\\." },
  "1,234.5": { group: /,/g, decimal: "\\." },
  "1.234,5": { group: /\./g, decimal: "," },
  "1 234,5": { group: /[ \u00a0\u202f]/g, decimal: "," },
  "1'234.5": { group: /['’]/g, decimal: "\\." },
};

function compile(format: NumberFormat): RegExp {
  const { group, decimal } = separators[format];
  const grouped = group === null ? "" : `|\\d{1,3}(?:${group.source}\\d{3})+`;
  return new RegExp(`^(?:(?:\\d+${grouped})(?:${decimal}\\d*)?|${decimal}\\d+)$`);
}

/** Removes the sign and the currency mark around a number: "(1.50)", "-$1.50", "1.50-". */
function splitSign(text: string): { negative: boolean; digits: string } {
  let digits = text.trim();
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(digits);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    digits = bracketed[1].trim();
  }
  digits = digits.replace(/^([-+−]?)\s*[$€£¥￥]\s*/, "$1").replace(/\s*[$€£¥￥元]$/, "");
  const signed = /^([-+−])(.*)$|^(.*?)([-−])$/.exec(digits);
  if (signed === null) return { negative, digits };
  const sign = signed[1] ?? signed[4];
  return { negative: negative !== (sign !== "+"), digits: (signed[2] ?? signed[3] ?? "").trim() };
}

/**
 * A reader of numbers in one format. The result is a plain decimal text ("-1234.5") that keeps
 * every digit, so money never passes through binary floating point. Null when it is no number:
 * groups must be of three digits, so "1,23" is refused in "1,234.5" instead of read as 123.
 */
export function numberReader(format: NumberFormat): (text: string) => string | null {
  const pattern = compile(format);
  const { group, decimal } = separators[format];
  return (text) => {
    const { negative, digits } = splitSign(text);
    if (!pattern.test(digits)) return null;
    const plain = group === null ? digits : digits.replace(group, "");
    const [whole = "", fraction = ""] = plain.split(decimal === "," ? "," : ".");
    const value = `${whole.replace(/^0+(?=\d)/, "") || "0"}${fraction === "" ? "" : `.${fraction}`}`;
    return negative && /[1-9]/.test(value) ? `-${value}` : value;
  };
}

/** An id that a spreadsheet turned into a number: "17850.0" is 17850; other text is left alone. */
export function integerId(text: string): string {
  return text.replace(/^(-?\d+)\.0+$/, "$1");
}
