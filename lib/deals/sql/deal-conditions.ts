import {
  all,
  contains,
  dealContains,
  inBounds,
  inOnePass,
  inRange,
  inRegion,
  inUnit,
  isOneOf,
  isOneOfWords,
  underManager,
} from "@/lib/platform/db/fact-conditions";
import { Prisma } from "@/lib/platform/db/generated/client";
import { rowsOf } from "@/lib/platform/db/own-rows";
import { NONE } from "@/lib/shared/list-params";
import type { DEAL_DATES, DEAL_GAPS, DealFilter } from "../schema";
import { credited } from "./deal-credit";
import { STAGE_SINCE } from "./stage-since";

/**
 * The relations the conditions are about: `d` deal, `st` its stage, `c` its customer. With a day the
 * deal is as its history had it at the end of that day, with nothing booked yet; a history that does
 * not reach back leaves the rest as it is now. `whole`: the reader sees every deal, or asks for so few that
 * it does not matter.
 */
export function dealSource(openOn?: string, whole = true): Prisma.Sql {
  return Prisma.sql`${deals(openOn, whole)} d JOIN pipeline_stage st ON st.id = d.stage_id
    LEFT JOIN ${rowsOf("customer", whole)} c ON c.id = d.customer_id`;
}

function deals(day: string | undefined, whole = true): Prisma.Sql {
  if (day === undefined) return rowsOf("deal", whole);
  return Prisma.sql`(SELECT n.id, n.is_shared, n.title, n.customer_id, n.created_on, n.engaged_on, n.closed_on, n.currency, n.rate,
      n.expected_estimated, NULL::numeric AS booked_amount, NULL::numeric AS booked_base_amount, n.loss_reason_id, n.competitor_id, n.external_id, n.updated_at, h.id IS NOT NULL AS past,
      coalesce(h.stage_id, n.stage_id) AS stage_id, coalesce(h.owner_id, n.owner_id) AS owner_id, coalesce(h.unit_id, n.unit_id) AS unit_id,
      CASE WHEN h.id IS NULL THEN n.expected_amount ELSE round(h.expected_base_amount / n.rate, 4) END AS expected_amount,
      CASE WHEN h.id IS NULL THEN n.expected_base_amount ELSE h.expected_base_amount END AS expected_base_amount,
      CASE WHEN h.id IS NULL THEN n.expected_close_on ELSE h.expected_close_on END AS expected_close_on,
      CASE WHEN h.id IS NULL THEN n.probability END AS probability
    FROM ${rowsOf("deal", whole)} n LEFT JOIN LATERAL (SELECT * FROM deal_history h WHERE ${day}::date < (SELECT business_today())
      AND h.deal_id = n.id AND h.changed_on <= ${day}::date ORDER BY h.changed_on DESC, h.id DESC LIMIT 1) h ON true)`;
}

/** What a deal brings in: the booked amount where won, else the expected one. */
export const DEAL_AMOUNT = Prisma.sql`(CASE WHEN st.kind = 'won' THEN d.booked_base_amount ELSE d.expected_base_amount END)`;

const DATE: Record<(typeof DEAL_DATES)[number], Prisma.Sql> = {
  closed: Prisma.sql`d.closed_on`,
  created: Prisma.sql`d.created_on`,
  engaged: Prisma.sql`d.engaged_on`,
  expected: Prisma.sql`d.expected_close_on`,
};

const KIND: Record<NonNullable<DealFilter["kind"]>, Prisma.Sql> = {
  open: Prisma.sql`st.kind = 'open'`,
  won: Prisma.sql`st.kind = 'won'`,
  lost: Prisma.sql`st.kind = 'lost'`,
  closed: Prisma.sql`st.kind <> 'open'`,
};

const GAP: Record<(typeof DEAL_GAPS)[number], Prisma.Sql> = {
  customer: Prisma.sql`d.customer_id IS NULL`,
  amount: Prisma.sql`(d.expected_amount IS NULL OR d.expected_estimated)`,
  product: Prisma.sql`(d.id IN (SELECT l.deal_id FROM deal_line l)) IS NOT TRUE`,
  created: Prisma.sql`d.created_on IS NULL`,
  expectedClose: Prisma.sql`d.expected_close_on IS NULL`,
};

/** The day on which the deal's place in the unit tree is looked at; see lib/deals/schema.ts. */
function referenceDay(filter: DealFilter): Prisma.Sql {
  if (filter.openOn) return Prisma.sql`${filter.openOn}::date`;
  if (filter.from ?? filter.to) return DATE[filter.date ?? "closed"];
  return Prisma.sql`coalesce(d.closed_on, (SELECT business_today()))`;
}

function openOn(day: string | undefined) {
  if (day === undefined) return undefined;
  return Prisma.sql`((d.created_on IS NULL OR d.created_on <= ${day}::date)
    AND (d.closed_on IS NULL OR d.closed_on > ${day}::date))`;
}

/** On a day in the past a deal may be open without an open stage: its history does not reach back. */
function inStage({ stage, openOn }: DealFilter) {
  const some = isOneOf(Prisma.sql`d.stage_id`, stage);
  return some && openOn && stage?.includes(NONE) ? Prisma.sql`(${some} OR ${KIND.closed})` : some;
}

function hasProduct(products: readonly string[] | undefined) {
  if (products === undefined) return undefined;
  const known = products.filter((id) => id !== NONE);
  const some = Prisma.sql`EXISTS (SELECT FROM deal_line l WHERE l.deal_id = d.id AND l.product_id = ANY (${known}::uuid[]))`;
  return known.length === products.length ? some : Prisma.sql`(${some} OR ${GAP.product})`;
}

function hasCategory(categories: readonly string[] | undefined) {
  const match = isOneOf(Prisma.sql`p.category_id`, categories);
  if (match === undefined) return undefined;
  const some = Prisma.sql`EXISTS (SELECT FROM deal_line l JOIN product p ON p.id = l.product_id WHERE l.deal_id = d.id AND ${match})`;
  return categories?.includes(NONE) ? Prisma.sql`(${some} OR ${GAP.product})` : some;
}

/** Whose credit the filter asks for: of a deal that is one rep's, or of one share of it. */
function ofWhom(filter: DealFilter, unit: Prisma.Sql, rep: Prisma.Sql): Prisma.Sql | undefined {
  const { owner, unit: top, region, manager } = filter;
  if ((owner ?? top ?? region ?? manager) === undefined) return undefined;
  const fact = { unit, day: referenceDay(filter) };
  return all([
    inUnit(fact, top, filter.direct),
    inRegion(fact, region),
    isOneOf(rep, owner),
    underManager(fact, manager),
  ]);
}

/** Of a shared deal: the shares `c` the filter asks for. */
export const ofShare = (filter: DealFilter) =>
  ofWhom(filter, Prisma.sql`c.unit_id`, Prisma.sql`c.user_id`);

const when = (filter: DealFilter) => [
  inRange(DATE[filter.date ?? "closed"], filter.from, filter.to),
  openOn(filter.openOn),
];

/** Deals credited to whom the filter names, in whole or in part; each once, whoever shares it. */
function creditedTo(filter: DealFilter) {
  const own = ofWhom(filter, Prisma.sql`d.unit_id`, Prisma.sql`d.owner_id`);
  if (own === undefined) return undefined;
  const source = deals(filter.openOn);
  // Apart, so that each is found by its index.
  return Prisma.sql`d.id IN (
    SELECT d.id FROM ${source} d WHERE ${all([Prisma.sql`NOT d.is_shared`, own, ...when(filter)])}
    UNION ALL SELECT d.id FROM deal_split c JOIN ${source} d ON d.id = c.deal_id
    WHERE ${all([Prisma.sql`d.is_shared`, ofShare(filter), ...when(filter)])})`;
}

/** What of a deal's value the shares make up that the filter asks for and the reader is credited with. */
function shared(filter: DealFilter, whole: Prisma.Sql, share: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(CASE WHEN d.is_shared THEN (SELECT coalesce(sum(${share}), 0) FROM deal_split c
    WHERE ${all([Prisma.sql`c.deal_id = d.id`, ofShare(filter)])}) ELSE ${whole} END)`;
}

/** The credited part of a deal, from 0 to 1. */
export const creditedShare = (filter: DealFilter): Prisma.Sql =>
  shared(filter, Prisma.sql`1`, Prisma.sql`c.share_to - c.share_from`);

/** The credited part of an amount, as the figures have it, so that the list's amounts sum to them. */
export const creditedAmount = (filter: DealFilter, amount: Prisma.Sql, digits: number) =>
  Prisma.sql`(CASE WHEN ${amount} IS NOT NULL THEN ${shared(filter, amount, credited(amount, digits))} END)`;

/** Open and in its stage for so many days today. */
function stayed(days: string | undefined): Prisma.Sql | undefined {
  if (days === undefined) return undefined;
  const [from, to] = days.split("-");
  const age = Prisma.sql`business_today() - ${STAGE_SINCE}`;
  const least = Prisma.sql`st.kind = 'open' AND ${age} >= ${Number(from)}::int`;
  return to ? Prisma.sql`${least} AND ${age} <= ${Number(to)}::int` : least;
}

/** One of the kinds of activities was done for it, before it closed. */
function worked(kinds: readonly string[] | undefined): Prisma.Sql | undefined {
  if (kinds === undefined) return undefined;
  return Prisma.sql`EXISTS (SELECT FROM activity w WHERE w.deal_id = d.id AND w.status = 'done'
    AND (d.closed_on IS NULL OR w.day <= d.closed_on) AND w.kind::text = ANY (${kinds}::text[]))`;
}

/** None of the kinds of activities was. */
function notWorked(kinds: readonly string[] | undefined): Prisma.Sql | undefined {
  const some = worked(kinds);
  return some && Prisma.sql`NOT ${some}`;
}

/** Closed after so many visits in thirty days of its course. */
function visited(band: string | undefined): Prisma.Sql | undefined {
  if (band === undefined) return undefined;
  return Prisma.sql`least(3, ceil((SELECT count(*) FROM activity w WHERE w.deal_id = d.id AND w.status = 'done'
      AND w.kind = 'visit' AND w.day <= d.closed_on) * 30.0
    / greatest(d.closed_on - coalesce(d.engaged_on, d.created_on), 30))) = ${Number(band)}::int
    AND d.closed_on IS NOT NULL AND coalesce(d.engaged_on, d.created_on) IS NOT NULL`;
}

/** What the latest buying profile says. */
function profiled({ driver, motive, decision }: DealFilter): Prisma.Sql | undefined {
  if ((driver ?? motive ?? decision) === undefined) return undefined;
  return Prisma.sql`EXISTS (SELECT FROM (SELECT b.drivers[1]::text AS driver, b.motive::text, b.decision_stage::text AS decision
    FROM buying_profile b WHERE b.deal_id = d.id ORDER BY b.created_at DESC, b.id DESC LIMIT 1) p WHERE ${all(
      [
        isOneOfWords(Prisma.sql`p.driver`, driver),
        isOneOfWords(Prisma.sql`p.motive`, motive),
        isOneOfWords(Prisma.sql`p.decision`, decision),
      ],
    )})`;
}

const SEARCHED = ["d.title", "d.external_id", "c.name", "c.name_en"].map((name) =>
  Prisma.raw(name),
);

/**
 * The filter of a list of deals as one SQL condition over `dealSource`. Where the reader sees the `whole`, an
 * index finds a text; others have so few that each is looked at.
 */
export function dealConditions(filter: DealFilter, whole = true): Prisma.Sql {
  return all([
    whole ? inOnePass(dealContains(Prisma.sql`d.id`, filter.q)) : contains(SEARCHED, filter.q),
    filter.kind && KIND[filter.kind],
    inStage(filter),
    ...when(filter),
    creditedTo(filter),
    hasProduct(filter.product),
    hasCategory(filter.category),
    isOneOf(Prisma.sql`d.customer_id`, filter.customer),
    isOneOfWords(Prisma.sql`c.sector`, filter.sector),
    isOneOf(Prisma.sql`c.segment_id`, filter.segment),
    isOneOf(Prisma.sql`d.loss_reason_id`, filter.lossReason),
    isOneOf(Prisma.sql`d.competitor_id`, filter.competitor),
    profiled(filter),
    worked(filter.did),
    notWorked(filter.notDid),
    visited(filter.visits),
    stayed(filter.inStage),
    inBounds(DEAL_AMOUNT, filter.min, filter.max),
    ...(filter.missing ?? []).map((gap) => GAP[gap]),
  ]);
}
