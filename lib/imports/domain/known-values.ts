import type { FieldSource } from "./mapping";
import { NameIndex, normaliseName } from "./near-miss";

/** Something odd that was kept as it is: a value outside the expected ones, with what it may mean. */
export type ValueNote = {
  file: string;
  column: string;
  value: string;
  suggestion: string | null;
  rows: number;
  firstRow: number;
};

let countryNames: readonly string[] | undefined;

/** Country names in English and Chinese, as the runtime's own locale data knows them. */
function knownCountries(): readonly string[] {
  if (countryNames) return countryNames;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Set<string>(["Korea", "USA", "UK", "EIRE", "UAE"]);
  for (const locale of ["en", "zh-CN"]) {
    const display = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined) names.add(name);
    }
  }
  countryNames = [...names];
  return countryNames;
}

/** Looks up values of one column among those expected; remembers what it has seen. */
export class KnownValues {
  private readonly expected: NameIndex;
  private readonly normal: ReadonlySet<string>;
  private readonly seen = new Map<string, ValueNote>();

  constructor(
    private readonly file: string,
    private readonly column: string,
    known: NonNullable<FieldSource["known"]>,
  ) {
    const expected = known === "countries" ? knownCountries() : known;
    this.expected = new NameIndex(expected);
    this.normal = new Set(expected.map(normaliseName));
  }

  /** Notes the value if it is not an expected one; the first 200 different ones are kept. */
  note(value: string, row: number): void {
    const before = this.seen.get(value);
    if (before) before.rows++;
    if (before || this.seen.size >= 200 || this.normal.has(normaliseName(value))) return;
    const suggestion = this.expected.search(value)[0]?.candidate ?? null;
    const place = { file: this.file, column: this.column };
    this.seen.set(value, { ...place, value, suggestion, rows: 1, firstRow: row });
  }

  notes(): ValueNote[] {
    return [...this.seen.values()];
  }
}
