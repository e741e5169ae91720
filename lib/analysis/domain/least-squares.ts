/**
 * Ordinary least squares by the normal equations: the coefficients of `columns` that explain `values`
 * best, and what stays unexplained. Null where the columns depend on each other. For few columns of a
 * similar size; `columns[j][i]` belongs to `values[i]`.
 */
export function leastSquares(
  values: readonly number[],
  columns: readonly (readonly number[])[],
): { coefficients: number[]; residual: number } | null {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const system = columns.map((column) => [
    ...columns.map((other) => dot(column, other)),
    dot(column, values),
  ]);
  const coefficients = solve(system);
  if (!coefficients) return null;
  const fitted = (i: number) =>
    dot(
      coefficients,
      columns.map((column) => column[i] ?? 0),
    );
  const residual = values.reduce((sum, value, i) => sum + (value - fitted(i)) ** 2, 0);
  return { coefficients, residual };
}

/** Gauss–Jordan with the largest pivot; the last of each row is its right side. */
function solve(system: number[][]): number[] | null {
  const rows = system.map((row) => [...row]);
  for (let at = 0; at < rows.length; at += 1) {
    const below = rows.slice(at);
    const pivot = below.reduce((a, b) => (Math.abs(b[at] ?? 0) > Math.abs(a[at] ?? 0) ? b : a));
    const lead = pivot[at] ?? 0;
    if (Math.abs(lead) < 1e-9) return null;
    rows[rows.indexOf(pivot)] = rows[at] as number[];
    const scaled = pivot.map((value) => value / lead);
    rows[at] = scaled;
    for (const [i, row] of rows.entries()) {
      if (i === at) continue;
      const factor = row[at] ?? 0;
      rows[i] = row.map((value, j) => value - factor * (scaled[j] ?? 0));
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
