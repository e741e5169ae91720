import { ratio } from "@/lib/shared/ratio";

/** Booked amount of won deals ÷ won deals, in money. Null without a won deal. */
export function averageDealSize({
  wonAmount,
  won,
}: {
  wonAmount: number;
  won: number;
}): number | null {
  return ratio(wonAmount, won);
}
