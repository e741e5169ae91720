/** Letters and digits only, one case, one width: what two spellings of a name have in common. */
export function normaliseName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Edits (insert, delete, replace, swap of neighbours) that turn one text into the other. */
export function editDistance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
}

function trigramSimilarity(left: string, right: string): number {
  const a = trigrams(left);
  const b = trigrams(right);
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function digitsOf(text: string): string {
  return (text.match(/\d+/g) ?? []).join(" ");
}

/**
 * How alike two names are, 0 to 1: 1 when only case, width, spaces or punctuation differ, else the
 * better of edit distance and trigrams. Names with different numbers ("Store 12", "Store 13") are
 * different things however alike they look: 0.
 */
export function nameSimilarity(left: string, right: string): number {
  const a = normaliseName(left);
  const b = normaliseName(right);
  if (a === "" || b === "" || digitsOf(a) !== digitsOf(b)) return 0;
  if (a === b) return 1;
  const edits = 1 - editDistance(a, b) / Math.max([...a].length, [...b].length);
  return Math.min(0.99, Math.max(edits, trigramSimilarity(a, b)));
}

export type NearMiss = { candidate: string; similarity: number };

const leastSimilarity = 0.75;
const clearLead = 0.05;

/** The candidates that may be meant by a value nobody knows, most alike first, at most three. */
export function nearMisses(value: string, candidates: Iterable<string>): NearMiss[] {
  const found: NearMiss[] = [];
  const length = normaliseName(value).length;
  for (const candidate of candidates) {
    // Lengths this far apart cannot reach the threshold; skipping them keeps long lists quick.
    if (Math.abs(normaliseName(candidate).length - length) > Math.max(2, length)) continue;
    const similarity = nameSimilarity(value, candidate);
    if (similarity >= leastSimilarity) found.push({ candidate, similarity });
  }
  found.sort((a, b) => b.similarity - a.similarity || a.candidate.localeCompare(b.candidate));
  return found.slice(0, 3);
}

/**
 * The one candidate worth proposing: the most alike, if it leads the next clearly. Two candidates
 * about as alike give null: a person has to say which. A proposal is never applied by itself.
 */
export function proposeAlias(value: string, candidates: Iterable<string>): NearMiss | null {
  const [best, next] = nearMisses(value, candidates);
  if (best === undefined) return null;
  return next !== undefined && best.similarity - next.similarity < clearLead ? null : best;
}
