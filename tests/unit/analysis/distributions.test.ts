import { describe, expect, it } from "vitest";
import { logBeta, logChoose, logGamma } from "@/lib/analysis/domain/log-gamma";
import { normalCdf } from "@/lib/analysis/domain/normal";
import { incompleteBeta, studentCdf } from "@/lib/analysis/domain/student-t";

describe("distributions", () => {
  it("normal: half below 0, 97.5% below 1.96, and a tail that keeps its order", () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 7);
    expect(normalCdf(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalCdf(-5) / 2.866516e-7).toBeCloseTo(1, 5);
  });

  it("gamma: Γ(5) = 24, Γ(½) = √π; 5 choose 2 is 10; B(2, 3) = 1/12", () => {
    expect(Math.exp(logGamma(5))).toBeCloseTo(24, 9);
    expect(Math.exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 10);
    expect(Math.exp(logChoose(5, 2))).toBeCloseTo(10, 9);
    expect(Math.exp(logChoose(5, 6))).toBe(0);
    expect(Math.exp(logBeta(2, 3))).toBeCloseTo(1 / 12, 10);
  });

  it("Student: Cauchy has ¾ below 1; with 2 degrees ½ + t ÷ 2√(2 + t²)", () => {
    expect(studentCdf(1, 1)).toBeCloseTo(0.75, 10);
    expect(studentCdf(-2.92, 2)).toBeCloseTo(0.5 - 2.92 / (2 * Math.sqrt(2 + 2.92 ** 2)), 10);
    expect(studentCdf(0, 3.7)).toBeCloseTo(0.5, 10);
  });

  it("incomplete beta: x² (3 − 2x) for 2 and 2, from 0 to 1", () => {
    expect(incompleteBeta(0.3, 2, 2)).toBeCloseTo(0.09 * 2.4, 10);
    expect(incompleteBeta(0.9, 2, 2)).toBeCloseTo(0.81 * 1.2, 10);
    expect([incompleteBeta(0, 2, 2), incompleteBeta(1, 2, 2)]).toEqual([0, 1]);
  });
});
