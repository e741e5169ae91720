import { addMonths, type BusinessDate } from "@/lib/shared/business-date";
import { startOfGrain } from "@/lib/shared/period";
import { buildCalendar, type IsWorkday, workdays } from "./calendar";
import { buildProducts, type DemoProduct } from "./catalog";
import { buildCustomers, type DemoCustomer } from "./customers";
import { buildPeople, type DemoPeople } from "./people";
import { buildRates, type DemoRate } from "./rates";
import { buildUnits, type DemoUnit } from "./units";

/** Who sells what to whom: everything that deals, sales and targets are drawn from. */
export type World = {
  /** First day of the data: the start of the quarter eight quarters ago. */
  from: BusinessDate;
  /** Last day of the data. */
  asOf: BusinessDate;
  units: DemoUnit[];
  people: DemoPeople;
  products: DemoProduct[];
  customers: DemoCustomer[];
  rates: DemoRate[];
  isWorkday: IsWorkday;
} & Variant;

/** Which of all possible demo companies. */
export type Variant = {
  /** Another text draws another company; blank is the one people see. */
  seed: string;
  /** False leaves the stories out: no product and no store is worse than chance and size make it. */
  plants: boolean;
};

export function buildWorld(
  asOf: BusinessDate,
  { seed = "", plants = true }: Partial<Variant> = {},
): World {
  const from = addMonths(startOfGrain(asOf, "quarter"), -24);
  const units = buildUnits(from);
  const people = buildPeople(units, from, asOf, seed);
  return {
    ...{ seed, plants, from, asOf, units, people, products: buildProducts(from) },
    customers: buildCustomers(people, from, asOf, seed),
    rates: buildRates(from, asOf),
    isWorkday: workdays(buildCalendar()),
  };
}
