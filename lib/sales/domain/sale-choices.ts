import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";

/** What the form of a sale offers. */
export type SaleChoices = {
  today: BusinessDate;
  baseCurrency: string;
  currencies: readonly string[];
  /** Where it may be booked; the first one where none is chosen. */
  units: readonly (Reference & { depth: number })[];
  leads: boolean;
};
