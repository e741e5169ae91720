import { describe, expect, it } from "vitest";
import {
  againstRest,
  centredAverage,
  deseasonalise,
  seasonalFactors,
} from "@/lib/analysis/domain/deseasonalise";

const SHAPE = [0.5, 1, 2, 1];
const series = (years: number, level = (_at: number) => 10) =>
  Array.from({ length: years * 4 }, (_, at) => level(at) * (SHAPE[at % 4] as number));

describe("seasons", () => {
  it("the mean of a year around a value counts its two ends half: (½·1 + 2 + 3 + 4 + ½·5) ÷ 4", () => {
    expect(centredAverage([1, 2, 3, 4, 5], 4)).toEqual([null, null, 3, null, null]);
    expect(centredAverage([1, 2, 6], 3)).toEqual([null, 3, null]);
  });

  it("the factors of a level series are its shape", () => {
    const factors = seasonalFactors(series(3), 4);
    for (const [season, factor] of SHAPE.entries())
      expect(factors?.[season]).toBeCloseTo(factor, 9);
  });

  it("taken out, a level series is level and a growing one grows by its growth", () => {
    const factors = seasonalFactors(series(3), 4) ?? [];
    for (const value of deseasonalise(series(3), factors)) expect(value).toBeCloseTo(10, 9);
    const growing = series(4, (at) => 10 * 1.005 ** at);
    const flat = deseasonalise(growing, seasonalFactors(growing, 4) ?? []);
    for (const [at, value] of flat.slice(1).entries())
      expect(value / (flat[at] ?? 1)).toBeCloseTo(1.005, 2);
  });

  it("are unknown below two years and where nothing was sold", () => {
    expect(seasonalFactors(series(2).slice(1), 4)).toBeNull();
    expect(seasonalFactors([0, ...series(3).slice(1)], 4)).toBeNull();
  });

  it("a part against the rest: 2 of 10 is 2 ÷ 8; nothing where there is no rest", () => {
    expect(againstRest([2, 3], [10, 3])).toEqual([0.25, null]);
  });
});
