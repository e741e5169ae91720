/** What a tagger gave and what a reader gave, text by text. */
export type Judged = { given: readonly string[]; right: readonly string[] };

/** How well suggestions agree with a reader; null where there is nothing to divide by. */
export type ThemeScore = {
  precision: number | null;
  recall: number | null;
  f1: number | null;
};

/**
 * Micro-averaged precision, recall and F1 over all pairs of a text and one of `themes`: hits, false
 * alarms and misses are counted over all themes together, then divided.
 */
export function microScore(judged: readonly Judged[], themes: readonly string[]): ThemeScore {
  let [hit, alarm, miss] = [0, 0, 0];
  for (const { given, right } of judged)
    for (const theme of themes) {
      if (given.includes(theme)) right.includes(theme) ? hit++ : alarm++;
      else if (right.includes(theme)) miss++;
    }
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    precision: share(hit, hit + alarm),
    recall: share(hit, hit + miss),
    f1: share(2 * hit, 2 * hit + alarm + miss),
  };
}
