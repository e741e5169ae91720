import { median } from "@/lib/shared/median";

export type Point = { x: number; y: number };

/**
 * The median of the slopes between all pairs of points with different x; null where there are none.
 * Outliers in up to 29% of the points do not move it. Source: Theil 1950, Sen 1968.
 */
export function senSlope(points: readonly Point[]): number | null {
  return median(
    points.flatMap(({ x, y }, at) =>
      points
        .slice(0, at)
        .flatMap((before) => (before.x === x ? [] : (y - before.y) / (x - before.x))),
    ),
  );
}
