import { creditOf, type Share } from "@/lib/deals/domain/split";
import { allocate } from "@/lib/shared/allocate";
import { minorToDecimal, multiplyMoney, toMinor } from "@/lib/shared/money";

/** A line of a deal; amounts in the deal's currency. */
export type SoldLine = { productId: string | null; quantity: number; amount: number | null };

/** A sale line as it is booked; decimal texts. */
export type BookingLine = {
  productId: string | null;
  ownerId: string;
  unitId: string;
  quantity: string;
  amount: string;
  baseAmount: string;
};

export type Booking = {
  lines: readonly SoldLine[];
  /** What the deal was won for, in its currency. */
  amount: number;
  currency: string;
  /** Base currency for one unit of `currency`, as a decimal text. */
  rate: string;
  baseCurrency: string;
  /** Who is credited; one share from 0 to 1 where the deal is not split. */
  shares: readonly Share[];
};

/**
 * What each line is sold for, in minor units: in proportion to the lines' amounts where the deal was
 * won for more or less than they say. Lines without an amount share what the others leave, by quantity;
 * where they leave nothing, nothing.
 */
export function soldFor(lines: readonly SoldLine[], total: bigint, currency: string): bigint[] {
  const known = lines.map((line) => toMinor(line.amount ?? 0, currency));
  const sum = known.reduce((a, b) => a + b, 0n);
  const open = lines.map((line) => (line.amount === null ? line.quantity : 0));
  if (open.some((weight) => weight > 0) && total > sum) {
    const rest = allocate(total - sum, open);
    return known.map((amount, index) => amount + (rest[index] ?? 0n));
  }
  const weights = known.map(Number);
  return allocate(total, sum > 0n ? weights : lines.map((line) => line.quantity));
}

const thousandths = (quantity: number) => Math.round(quantity * 1000);

/** The quantity up to a mark on the line from 0 to 1, in thousandths. */
const quantityUpTo = (quantity: number, mark: string) =>
  Math.round(thousandths(quantity) * Number(mark));

/**
 * The sale lines of a won deal: each of its lines (or one for its amount) for each who is credited.
 * Amounts are cut along the running total, so that the lines of each person sum to the person's credit
 * of the whole deal and all lines sum to the deal, both to the minor unit, in both currencies.
 */
export function bookingLines(booking: Booking): BookingLine[] {
  const { currency, rate, baseCurrency, shares } = booking;
  const lines: readonly SoldLine[] =
    booking.lines.length > 0 ? booking.lines : [{ productId: null, quantity: 1, amount: null }];
  const sold = soldFor(lines, toMinor(booking.amount, currency), currency);
  let total = 0n;
  return lines.flatMap((line, index) => {
    const before = minorToDecimal(total, currency);
    total += sold[index] ?? 0n;
    const after = minorToDecimal(total, currency);
    const base = (amount: string) =>
      minorToDecimal(multiplyMoney(amount, rate, baseCurrency), baseCurrency);
    return shares.map((share): BookingLine => {
      const part = (from: string, to: string, money: string) =>
        minorToDecimal(creditOf(to, share, money) - creditOf(from, share, money), money);
      const quantity =
        quantityUpTo(line.quantity, share.to) - quantityUpTo(line.quantity, share.from);
      return {
        productId: line.productId,
        ownerId: share.userId,
        unitId: share.unitId,
        quantity: (quantity / 1000).toFixed(3),
        amount: part(before, after, currency),
        baseAmount: part(base(before), base(after), baseCurrency),
      };
    });
  });
}

/** What the deal is booked at in base currency, rounded once. */
export function bookedBase(amount: number, rate: string, baseCurrency: string): string {
  return minorToDecimal(multiplyMoney(amount, rate, baseCurrency), baseCurrency);
}
