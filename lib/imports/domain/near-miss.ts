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

/**
 * Names to compare values with. Only names that share letters in a row (trigrams) with the value are
 * looked at closely, so that thousands of values against thousands of names stay quick.
 */
export class NameIndex {
  private readonly names: string[] = [];
  private readonly byTrigram = new Map<string, number[]>();

  constructor(candidates: Iterable<string>) {
    for (const name of new Set(candidates)) {
      const at = this.names.push(name) - 1;
      for (const gram of trigrams(normaliseName(name))) {
        const places = this.byTrigram.get(gram);
        if (places) places.push(at);
        else this.byTrigram.set(gram, [at]);
      }
    }
  }

  /** The names that may be meant by a value nobody knows, most alike first, at most three. */
  search(value: string): NearMiss[] {
    const found = this.likely(value)
      .map((candidate) => ({ candidate, similarity: nameSimilarity(value, candidate) }))
      .filter(({ similarity }) => similarity >= leastSimilarity);
    found.sort((a, b) => b.similarity - a.similarity || a.candidate.localeCompare(b.candidate));
    return found.slice(0, 3);
  }

  /** The fifty names that share most trigrams with the value. */
  private likely(value: string): string[] {
    const shared = new Map<number, number>();
    for (const gram of trigrams(normaliseName(value)))
      for (const at of this.byTrigram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const most = [...shared].sort(([a, m], [b, n]) => n - m || a - b).slice(0, 50);
    return most.map(([at]) => this.names[at] ?? "");
  }
}

/**
 * The one near miss worth proposing: the most alike, if it leads the next clearly. Two candidates
 * about as alike give null: a person has to say which. A proposal is never applied by itself.
 */
export function proposeAlias([best, next]: readonly NearMiss[]): NearMiss | null {
  if (best === undefined) return null;
  return next !== undefined && best.similarity - next.similarity < clearLead ? null : best;
}
