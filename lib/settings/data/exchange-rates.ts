import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";
import {
  type BusinessDate,
  fromUtcMidnight,
  toBusinessDate,
  toUtcMidnight,
} from "@/lib/shared/business-date";
import { DEFAULT_PAGE_SIZE, pageWindow } from "@/lib/shared/list-params";
import type { RateInput, RateListParams } from "../schema";

/** One page of the exchange rates, and how many there are. */
export async function exchangeRates(tx: Tx, params: RateListParams) {
  const { limit, offset } = pageWindow({ size: DEFAULT_PAGE_SIZE, ...params });
  const where = params.currency ? { currency: params.currency } : {};
  const sort = params.sort ?? "-validFrom";
  const direction = sort.startsWith("-") ? ("desc" as const) : ("asc" as const);
  const column = sort.replace("-", "");
  const rows = await tx.exchangeRate.findMany({
    where,
    orderBy: [{ [column]: direction }, { currency: "asc" }, { validFrom: "desc" }],
    take: limit,
    skip: offset,
  });
  return {
    rows: rows.map((row) => ({
      ...row,
      validFrom: fromUtcMidnight(row.validFrom),
      rate: row.rate.toNumber(),
    })),
    total: await tx.exchangeRate.count({ where }),
  };
}

/** Currencies with at least one rate, in order, with their newest day. */
export async function ratedCurrencies(tx: Tx): Promise<string[]> {
  const rows = await tx.exchangeRate.findMany({
    distinct: ["currency"],
    select: { currency: true },
    orderBy: { currency: "asc" },
  });
  return rows.map(({ currency }) => currency);
}

const stored = (rate: RateInput) => ({
  ...rate,
  validFrom: toUtcMidnight(toBusinessDate(rate.validFrom)),
});

/**
 * Units of base currency for one unit of `currency` on a day, as a decimal text.
 * @throws AppError rateMissing where nobody entered a rate for that day
 */
export async function rateOn(
  tx: Tx,
  currency: string,
  baseCurrency: string,
  day: BusinessDate,
): Promise<string> {
  if (currency === baseCurrency) return "1";
  const rate = await tx.exchangeRate.findFirst({
    where: { currency, validFrom: { lte: toUtcMidnight(day) } },
    orderBy: { validFrom: "desc" },
    select: { rate: true },
  });
  if (!rate) throw new AppError("rateMissing", { currency });
  return rate.rate.toString();
}

/** @throws AppError rateTaken: this currency has a rate from that day */
export async function insertRate(tx: Tx, rate: RateInput): Promise<string> {
  const adding = tx.exchangeRate.create({ data: stored(rate), select: { id: true } });
  return (await orTaken("rateTaken", adding)).id;
}

/**
 * Saves what an editor saw at `version`. Amounts converted before keep the rate frozen with them.
 * @throws ConflictError, NotFoundError, AppError rateTaken
 */
export async function updateRate(
  tx: Tx,
  { id, version, ...rate }: RateInput & { id: string; version: number },
): Promise<void> {
  const saving = tx.exchangeRate.updateMany({
    where: { id, version },
    data: { ...stored(rate), version: { increment: 1 } },
  });
  if ((await orTaken("rateTaken", saving)).count === 1) return;
  const now = await tx.exchangeRate.findUnique({ where: { id } });
  if (!now) throw new NotFoundError();
  throw new ConflictError({
    currency: now.currency,
    validFrom: fromUtcMidnight(now.validFrom),
    rate: now.rate.toNumber(),
    version: now.version,
  });
}

/** @throws NotFoundError */
export async function deleteRate(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.exchangeRate.deleteMany({ where: { id } });
  if (count === 0) throw new NotFoundError();
}
