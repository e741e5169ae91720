import { describe, expect, it } from "vitest";
import { creditOf, laidOut } from "@/lib/deals/domain/split";
import { type Booking, bookingLines, soldFor } from "@/lib/pipeline/domain/booking-lines";
import { minorToDecimal, toMinor } from "@/lib/shared/money";
import { createRandom } from "@/lib/shared/random";

const alone = [{ userId: "Rae", unitId: "E1", from: "0.0000", to: "1.0000" }];
const booking = (changes: Partial<Booking>): Booking => ({
  lines: [],
  amount: 100,
  currency: "USD",
  rate: "1",
  baseCurrency: "USD",
  shares: alone,
  ...changes,
});
const sum = (amounts: readonly string[], currency = "USD") =>
  minorToDecimal(
    amounts.reduce((total, amount) => total + toMinor(amount, currency), 0n),
    currency,
  );

describe("what each line is sold for", () => {
  const line = (amount: number | null, quantity = 1) => ({ productId: "p", quantity, amount });

  it("is what it says, where the lines make up the amount", () => {
    expect(soldFor([line(60), line(40)], 10_000n, "USD")).toEqual([6000n, 4000n]);
  });

  it("is in proportion where the deal was won for less: 100 for 10, 10, 10 is 33.34, 33.33, 33.33", () => {
    expect(soldFor([line(10), line(10), line(10)], 10_000n, "USD")).toEqual([3334n, 3333n, 3333n]);
    expect(soldFor([line(60), line(40)], 9_000n, "USD")).toEqual([5400n, 3600n]);
  });

  it("is what the others leave, by quantity, where a line has no amount", () => {
    expect(soldFor([line(70), line(null, 2), line(null, 1)], 10_000n, "USD")).toEqual([
      7000n,
      2000n,
      1000n,
    ]);
    expect(soldFor([line(100), line(null)], 9_000n, "USD")).toEqual([9000n, 0n]);
  });

  it("goes by quantity where no line has an amount", () => {
    expect(soldFor([line(null, 3), line(null, 1)], 10_000n, "USD")).toEqual([7500n, 2500n]);
  });
});

describe("the sale lines of a won deal", () => {
  it("are one line for the amount where the deal has no lines", () => {
    expect(bookingLines(booking({ amount: 1234.56 }))).toEqual([
      {
        productId: null,
        ownerId: "Rae",
        unitId: "E1",
        quantity: "1.000",
        amount: "1234.56",
        baseAmount: "1234.56",
      },
    ]);
  });

  it("of 100 split 1/3, 1/3, 1/3 are 33.33, 33.33 and 33.34", () => {
    const shares = laidOut([
      { userId: "Rae", unitId: "E1", share: 0.3333 },
      { userId: "Rob", unitId: "E1", share: 0.3333 },
      { userId: "Wes", unitId: "W1", share: 0.3334 },
    ]);
    const lines = bookingLines(booking({ shares }));
    expect(lines.map((line) => line.amount)).toEqual(["33.33", "33.33", "33.34"]);
    expect(lines.map((line) => line.quantity)).toEqual(["0.333", "0.334", "0.333"]);
  });

  it("of a deal in euros carry the frozen rate: 60 and 40 at 1.07 are 64.20 and 42.80", () => {
    const lines = [
      { productId: "a", quantity: 2, amount: 60 },
      { productId: "b", quantity: 1, amount: 40 },
    ];
    const booked = bookingLines(booking({ lines, currency: "EUR", rate: "1.07" }));
    expect(booked.map((line) => line.baseAmount)).toEqual(["64.20", "42.80"]);
  });

  it("sum to the deal and to each person's credit of it, whatever the lines, shares and rates", () => {
    const random = createRandom("bookings");
    for (let round = 0; round < 300; round++) {
      const cuts = [random.next(), random.next()].sort((a, b) => a - b) as [number, number];
      const whole = [cuts[0], cuts[1] - cuts[0]].map((share) => Math.max(0.0001, share));
      const first = Number((whole[0] ?? 0).toFixed(4));
      const second = Number((whole[1] ?? 0).toFixed(4));
      if (first + second >= 0.9999) continue;
      const shares = laidOut([
        { userId: "a", unitId: "u", share: first },
        { userId: "b", unitId: "u", share: second },
        { userId: "c", unitId: "v", share: 1 - first - second },
      ]);
      const amount = Math.round(random.next() * 10_000_000) / 100;
      const lines = Array.from({ length: 1 + Math.floor(random.next() * 4) }, (_, i) => ({
        productId: `${i}`,
        quantity: 1 + Math.floor(random.next() * 9),
        amount: random.next() < 0.2 ? null : Math.round(random.next() * 1_000_000) / 100,
      }));
      const rate = (0.1 + random.next() * 12).toFixed(6);
      const booked = bookingLines(
        booking({ amount, lines, rate, currency: "EUR", baseCurrency: "JPY", shares }),
      );
      expect(sum(booked.map((line) => line.amount))).toBe(amount.toFixed(2));
      for (const share of shares) {
        const own = booked.filter((line) => line.ownerId === share.userId);
        expect(toMinor(sum(own.map((line) => line.amount)), "EUR")).toBe(
          creditOf(amount, share, "EUR"),
        );
      }
      const pieces = booked.reduce((total, line) => total + Number(line.quantity), 0);
      expect(pieces).toBeCloseTo(
        lines.reduce((total, line) => total + line.quantity, 0),
        6,
      );
    }
  });
});
