import { Prisma } from "@/lib/platform/db/generated/client";
import type { Grain } from "../domain/dimensions";

export type BucketCalendar = {
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  /** ISO weekday, 1 = Monday to 7 = Sunday. */
  firstDayOfWeek: number;
};

/** First day of the bucket that contains `x.day`; quarters and years are fiscal. */
export function bucketSql(grain: Grain | undefined, calendar: BucketCalendar): Prisma.Sql {
  const start = calendar.fiscalYearStartMonth;
  switch (grain) {
    case undefined:
      return Prisma.sql`NULL::date`;
    case "day":
      return Prisma.sql`x.day`;
    case "week":
      return Prisma.sql`x.day - (extract(isodow FROM x.day)::int - ${calendar.firstDayOfWeek}::int + 7) % 7`;
    case "month":
      return Prisma.sql`date_trunc('month', x.day)::date`;
    case "quarter":
      return fiscalStart(start, 3);
    case "year":
      return fiscalStart(start, 12);
  }
}

function fiscalStart(startMonth: number, months: number): Prisma.Sql {
  return Prisma.sql`(date_trunc('month', x.day)
    - make_interval(months => ((extract(month FROM x.day)::int - ${startMonth}::int + 12) % ${months}::int)))::date`;
}
