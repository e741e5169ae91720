import type { useTranslations } from "next-intl";
import type { Records } from "@/lib/figures/domain/explained-figure";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";

type Translate = ReturnType<typeof useTranslations<"dashboard.figure">>;

/** Columns and rows of the records of a figure. */
export function recordsTable(records: Records, t: Translate, f: Formatter) {
  switch (records.kind) {
    case "sales":
      return salesTable(records.rows, t, f);
    case "deals":
      return dealsTable(records.rows, t, f);
    case "feedback":
      return feedbackTable(records.rows, t, f);
    case "activities":
      return activitiesTable(records.rows, t, f);
    case "customers":
      return customersTable(records.rows, t, f);
    case "stageEntries":
      return entriesTable(records.rows, t, f);
  }
}

type Rows<K extends Records["kind"]> = Extract<Records, { kind: K }>["rows"];
const right = { align: "right" } as const;

function salesTable(rows: Rows<"sales">, t: Translate, f: Formatter) {
  const name = (named: Parameters<typeof localName>[0] | null) =>
    named ? localName(named, f.locale) : "—";
  return {
    columns: [
      { id: "date", label: t("date"), nowrap: true },
      { id: "order", label: t("order"), nowrap: true },
      { id: "customer", label: t("customer") },
      { id: "product", label: t("product") },
      { id: "rep", label: t("rep"), nowrap: true },
      { id: "quantity", label: t("quantity"), ...right },
      { id: "amount", label: t("amount"), ...right },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/sales/${row.id}`,
      cells: {
        date: f.date(row.soldOn),
        order: row.orderNo,
        customer: name(row.customer),
        product: name(row.product),
        rep: name(row.owner),
        quantity: f.number(row.quantity, 2),
        amount: f.moneyFull(row.baseAmount),
      },
    })),
  };
}

function activitiesTable(rows: Rows<"activities">, t: Translate, f: Formatter) {
  return {
    columns: [
      { id: "date", label: t("date"), nowrap: true },
      { id: "customer", label: t("customer") },
      { id: "deal", label: t("deal") },
      { id: "rep", label: t("rep"), nowrap: true },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/activities/${row.id}`,
      cells: {
        date: f.date(row.day),
        customer: row.customer ? localName(row.customer, f.locale) : "—",
        deal: row.deal?.title ?? row.subject ?? "—",
        rep: localName(row.owner, f.locale),
      },
    })),
  };
}

function dealsTable(rows: Rows<"deals">, t: Translate, f: Formatter) {
  return {
    columns: [
      { id: "deal", label: t("deal") },
      { id: "customer", label: t("customer") },
      { id: "stage", label: t("stage"), nowrap: true },
      { id: "rep", label: t("rep"), nowrap: true },
      { id: "closed", label: t("closed"), nowrap: true },
      { id: "expected", label: t("expected"), ...right },
      { id: "weighted", label: t("weighted"), ...right },
      { id: "booked", label: t("booked"), ...right },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/deals/${row.id}`,
      cells: {
        deal: row.title,
        customer: row.customer ? localName(row.customer, f.locale) : "—",
        stage: localName(row.stage, f.locale),
        rep: localName(row.owner, f.locale),
        closed: f.date(row.closedOn),
        expected: f.moneyFull(row.expectedBaseAmount),
        weighted: f.moneyFull(row.weighted),
        booked: f.moneyFull(row.bookedBaseAmount),
      },
    })),
  };
}

function feedbackTable(rows: Rows<"feedback">, t: Translate, f: Formatter) {
  return {
    columns: [
      { id: "text", label: t("said") },
      { id: "customer", label: t("customer") },
      { id: "rep", label: t("rep"), nowrap: true },
      { id: "date", label: t("date"), nowrap: true },
      { id: "score", label: t("score"), ...right },
      { id: "response", label: t("responseDays"), ...right },
      { id: "resolution", label: t("resolutionDays"), ...right },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/feedback/${row.id}`,
      cells: {
        text: row.text ?? "—",
        customer: row.customer ? localName(row.customer, f.locale) : "—",
        rep: localName(row.owner, f.locale),
        date: f.date(row.givenOn),
        score: f.number(row.score),
        response: f.number(row.responseDays, 2),
        resolution: f.number(row.resolutionDays, 2),
      },
    })),
  };
}

function customersTable(rows: Rows<"customers">, t: Translate, f: Formatter) {
  return {
    columns: [
      { id: "customer", label: t("customer") },
      { id: "firstSale", label: t("firstSale"), nowrap: true },
      { id: "orders", label: t("orders"), ...right },
      ...(rows.some(({ again }) => again !== null)
        ? [{ id: "again", label: t("again"), nowrap: true }]
        : []),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/customers/${row.id}`,
      cells: {
        customer: localName(row, f.locale),
        firstSale: f.date(row.firstOn as BusinessDate),
        orders: f.number(row.orders),
        again: row.again === null ? "—" : t(row.again ? "didOrderAgain" : "didNotOrderAgain"),
      },
    })),
  };
}

function entriesTable(rows: Rows<"stageEntries">, t: Translate, f: Formatter) {
  return {
    columns: [
      { id: "deal", label: t("deal") },
      { id: "stage", label: t("stage"), nowrap: true },
      { id: "rep", label: t("rep"), nowrap: true },
      { id: "entered", label: t("entered"), nowrap: true },
      { id: "left", label: t("left"), nowrap: true },
      { id: "days", label: t("daysThere"), ...right },
      { id: "next", label: t("nextStage"), nowrap: true },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/deals/${row.dealId}`,
      cells: {
        deal: row.title,
        stage: localName(row.stage, f.locale),
        rep: localName(row.owner, f.locale),
        entered: f.date(row.enteredOn as BusinessDate),
        left: row.leftOn ? f.date(row.leftOn as BusinessDate) : t("stillThere"),
        days: f.number(row.days),
        next: row.next ? localName(row.next, f.locale) : "—",
      },
    })),
  };
}
