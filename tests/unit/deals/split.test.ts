import { describe, expect, it } from "vitest";
import { creditOf, laidOut, splitProblem } from "@/lib/deals/domain/split";
import { createRandom } from "@/lib/shared/random";

const part = (userId: string, share: number) => ({ userId, share });

describe("shares of a deal", () => {
  it("sum to 100 %, of at least two people, each once", () => {
    expect(splitProblem([part("a", 0.6), part("b", 0.4)])).toBeNull();
    expect(splitProblem([part("a", 0.3333), part("b", 0.3333), part("c", 0.3334)])).toBeNull();
    expect(splitProblem([part("a", 0.6), part("b", 0.5)])).toBe("splitTotal");
    expect(splitProblem([part("a", 0.6), part("b", 0.3999)])).toBe("splitTotal");
    expect(splitProblem([part("a", 0.5), part("a", 0.5)])).toBe("splitTwice");
    expect(splitProblem([part("a", 1)])).toBe("splitTooFew");
    expect(splitProblem([])).toBe("splitTooFew");
    expect(splitProblem([part("a", 1), part("b", 0)])).toBe("splitZero");
    expect(splitProblem([part("a", 1.2), part("b", -0.2)])).toBe("splitZero");
  });

  it("lie side by side: 60 % is 0 to 0.6, 40 % is 0.6 to 1", () => {
    expect(laidOut([part("a", 0.6), part("b", 0.4)])).toEqual([
      { userId: "a", from: "0.0000", to: "0.6000" },
      { userId: "b", from: "0.6000", to: "1.0000" },
    ]);
  });

  it("credit 60 % and 40 % of 100,000.00 as 60,000.00 and 40,000.00", () => {
    const [a, b] = laidOut([part("a", 0.6), part("b", 0.4)]);
    expect([a, b].map((share) => share && creditOf(100_000, share, "USD"))).toEqual([
      6_000_000n,
      4_000_000n,
    ]);
  });

  it("credit one cent once, and whole yen only", () => {
    const halves = laidOut([part("a", 0.5), part("b", 0.5)]);
    expect(halves.map((share) => creditOf(0.01, share, "USD"))).toEqual([1n, 0n]);
    expect(halves.map((share) => creditOf(101, share, "JPY"))).toEqual([51n, 50n]);
  });

  it("never lose or make a cent, and stay within one of the exact share", () => {
    const random = createRandom("splits");
    for (let round = 0; round < 500; round++) {
      const marks = Array.from({ length: 5 }, () => 1 + Math.floor(random.next() * 1999));
      const shares = [...marks, 10_000 - marks.reduce((a, b) => a + b, 0)].map((n) => n / 10_000);
      const amount = Math.round(random.next() * 1e11) / 100;
      const parts = laidOut(shares.map((share, i) => part(`${i}`, share)));
      const credits = parts.map((share) => creditOf(amount, share, "USD"));
      expect(credits.reduce((a, b) => a + b, 0n)).toBe(BigInt(Math.round(amount * 100)));
      credits.forEach((credit, i) => {
        expect(Math.abs(Number(credit) - amount * 100 * (shares[i] ?? 0))).toBeLessThan(1.01);
      });
    }
  });
});
