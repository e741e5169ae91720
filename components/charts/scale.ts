/** Round step of 1, 2, 2.5 or 5 × 10ⁿ, not below `raw`. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((f) => f * power >= raw * 0.999999) ?? 10;
  return factor * power;
}

/**
 * Ticks at round values that cover `values` and zero (unless `zero` is false), about `count` steps.
 * No values: 0 and 1.
 */
export function axisTicks(values: readonly number[], count = 4, zero = true): number[] {
  const finite = values.filter(Number.isFinite);
  let low = Math.min(...finite, zero ? 0 : Number.POSITIVE_INFINITY);
  let high = Math.max(...finite, zero ? 0 : Number.NEGATIVE_INFINITY);
  if (finite.length === 0) [low, high] = [0, 1];
  if (low === high) high = low + (low === 0 ? 1 : Math.abs(low) * 0.1);
  const step = roundStep((high - low) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/**
 * Moves positions apart so that neighbours are at least `gap` apart and all stay within
 * `[min, max]` where there is room; the order is kept. Result in the order of the input.
 */
export function spreadApart(
  positions: readonly number[],
  gap: number,
  min: number,
  max: number,
): number[] {
  const order = positions
    .map((position, index) => ({ position, index }))
    .sort((a, b) => a.position - b.position);
  let floor = min;
  for (const item of order) {
    item.position = Math.max(item.position, floor);
    floor = item.position + gap;
  }
  let ceiling = max;
  for (const item of order.reverse()) {
    item.position = Math.min(item.position, ceiling);
    ceiling = item.position - gap;
  }
  const result = [...positions];
  for (const item of order) result[item.index] = item.position;
  return result;
}

/** Rough width of a text in px at 11 px: CJK characters are as wide as high, others about half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u2e80-\uffef]/.test(char) ? 11.5 : 6.3;
  return width;
}

/** A label in at most two lines of `width` px, broken at spaces or between CJK characters, cut with "…". */
export function twoLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line && textWidth(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  if (line) lines.push(line.trimEnd());
  if (lines.length <= 2) return lines;
  return [lines[0] ?? "", `${lines[1] ?? ""}…`];
}
