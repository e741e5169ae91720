/** A point of the curve: the largest `customers` bring together `revenue`. */
export type ConcentrationPoint = { customers: number; revenue: number };

export type Concentration = {
  customers: number;
  revenue: number;
  /** How many of the largest bring four fifths of all revenue; null where there is none. */
  forFourFifths: number | null;
  /** From nobody to everybody, the largest first. */
  curve: ConcentrationPoint[];
};

/** Share of all revenue that the largest `share` of customers bring, read off the curve; null without revenue. */
export function shareOfLargest(
  { customers, revenue, curve }: Concentration,
  share: number,
): number | null {
  if (revenue <= 0 || customers === 0) return null;
  const wanted = share * customers;
  const after = curve.findIndex((point) => point.customers >= wanted);
  const high = curve[after];
  if (!high) return 1;
  const low = curve[after - 1] ?? { customers: 0, revenue: 0 };
  const part = (wanted - low.customers) / (high.customers - low.customers);
  return (low.revenue + part * (high.revenue - low.revenue)) / revenue;
}
