import { multiply, parseDecimal, rescale } from "./decimal";

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
      .split(" ")
      .map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** Decimals of a currency's minor unit: CNY 2, JPY 0, KWD 3. Source: ISO 4217. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency.toUpperCase()] ?? 2;
}

/**
 * Amount as whole minor units ("12.345" CNY is 1235n). Rounds halves away from zero, as
 * PostgreSQL's `round(numeric)` does, so both sides agree to the cent. A number is read by its
 * shortest decimal form (1.005 is 1.005). Throws RangeError when it is not a number.
 */
export function toMinor(amount: string | number, currency: string): bigint {
  return rescale(parseDecimal(String(amount)), minorDigits(currency));
}

/** Whole minor units as a decimal text for a `numeric` column: 1235n CNY is "12.35". */
export function minorToDecimal(minor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  const sign = minor < 0n ? "-" : "";
  if (digits === 0) return sign + size;
  return `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}

/** Whole minor units as a number for display; exact up to 2^53 minor units. */
export function minorToNumber(minor: bigint, currency: string): number {
  return Number(minorToDecimal(minor, currency));
}

/** Amount rounded to the currency's minor unit, halves away from zero. */
export function roundMoney(amount: string | number, currency: string): number {
  return minorToNumber(toMinor(amount, currency), currency);
}

/**
 * Amount × factor as whole minor units of `currency`, computed exactly and rounded once, halves
 * away from zero. The factor is a probability, a share or an exchange rate into `currency`.
 */
export function multiplyMoney(
  amount: string | number,
  factor: string | number,
  currency: string,
): bigint {
  const product = multiply(parseDecimal(String(amount)), parseDecimal(String(factor)));
  return rescale(product, minorDigits(currency));
}
