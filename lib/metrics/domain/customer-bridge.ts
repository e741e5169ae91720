import { roundToSum } from "@/lib/shared/round-to-sum";

/** A customer's revenue in the earlier and the later period; null: no sale then. */
export interface CustomerChange {
  readonly before: number | null;
  readonly after: number | null;
}

export const CUSTOMER_MOVES = ["new", "grown", "shrunk", "lost"] as const;
export type CustomerMove = (typeof CUSTOMER_MOVES)[number];

/** `amount` is signed: shrunk and lost are negative. `customers` is how many moved that way. */
export type CustomerBridge = Record<CustomerMove, { amount: number; customers: number }>;

function moveOf({ before, after }: CustomerChange): CustomerMove | null {
  if (before === null) return after === null ? null : "new";
  if (after === null) return "lost";
  return after === before ? null : after > before ? "grown" : "shrunk";
}

/** Revenue difference as new + grown − shrunk − lost; the four sum to it to the minor unit. */
export function customerBridge(
  customers: readonly CustomerChange[],
  currency: string,
): CustomerBridge {
  const amounts = { new: 0, grown: 0, shrunk: 0, lost: 0 };
  const counts = { new: 0, grown: 0, shrunk: 0, lost: 0 };
  let difference = 0;
  for (const customer of customers) {
    const move = moveOf(customer);
    if (!move) continue;
    const amount = (customer.after ?? 0) - (customer.before ?? 0);
    amounts[move] += amount;
    counts[move] += 1;
    difference += amount;
  }
  const parts = CUSTOMER_MOVES.map((move) => amounts[move]);
  const rounded = roundToSum(parts, difference, currency);
  return Object.fromEntries(
    CUSTOMER_MOVES.map((move, i) => [move, { amount: rounded[i] ?? 0, customers: counts[move] }]),
  ) as CustomerBridge;
}
