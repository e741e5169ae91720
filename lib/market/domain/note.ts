import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";

export const NOTE_KINDS = [
  "price",
  "product",
  "promotion",
  "people",
  "trend",
  "regulation",
  "channel",
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** From the worst to the best for us. */
export const IMPACTS = [
  "strong_threat",
  "threat",
  "neutral",
  "opportunity",
  "strong_opportunity",
] as const;
export type Impact = (typeof IMPACTS)[number];

export const CREDIBILITIES = ["rumour", "plausible", "confirmed"] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

/** One market note. */
export type MarketNote = {
  id: string;
  version: number;
  kind: NoteKind;
  title: string;
  text: string | null;
  happenedOn: BusinessDate;
  competitor: Reference | null;
  product: Reference | null;
  /** The region it is about; null: everywhere. */
  region: Reference | null;
  impact: Impact;
  credibility: Credibility;
  sourceUrl: string | null;
  price: number | null;
  currency: string | null;
  author: Reference;
  authorUnitId: string | null;
};

export type NoteTotals = { count: number; threats: number; opportunities: number };

/** Threat, opportunity or neither. */
export function sideOf(impact: Impact): "bad" | "good" | "neutral" {
  if (impact === "neutral") return "neutral";
  return impact.endsWith("threat") ? "bad" : "good";
}

/** Notes under the month they happened in, in the order given. */
export function byMonth<Note extends { happenedOn: BusinessDate }>(
  notes: readonly Note[],
): { month: BusinessDate; notes: Note[] }[] {
  const months = Map.groupBy(notes, (note) => `${note.happenedOn.slice(0, 7)}-01` as BusinessDate);
  return [...months].map(([month, members]) => ({ month, notes: members }));
}
