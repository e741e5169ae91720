/** A rectangle of shown cells; both ends included. */
export type GridRange = { top: number; left: number; bottom: number; right: number };

/**
 * Hands over each text of a block with the cell it falls on, from the range's first cell on. One
 * single text fills the whole range. Cells may lie outside the grid: that is for `put` to say.
 */
export function placeBlock(
  range: GridRange,
  block: readonly (readonly string[])[],
  put: (row: number, column: number, text: string) => void,
): void {
  const single = block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? "") : null;
  const height = single === null ? block.length : range.bottom - range.top + 1;
  for (let down = 0; down < height; down++) {
    const line = block[down] ?? [];
    const width = single === null ? line.length : range.right - range.left + 1;
    for (let right = 0; right < width; right++)
      put(range.top + down, range.left + right, single ?? line[right] ?? "");
  }
}
