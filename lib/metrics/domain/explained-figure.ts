import type { DealRow } from "@/lib/deals/domain/deal";
import type { SaleRow } from "@/lib/sales/domain/sale";
import type { Named } from "@/lib/shared/named";
import type { CustomerRecord } from "./customer-record";
import type { FilterName } from "./dimensions";
import type { Figure } from "./figure";
import type { FigureAddress } from "./figure-link";

/** The first records behind a figure; `href` is the list of all of them. */
export type Records =
  | { kind: "sales"; rows: SaleRow[]; href: string }
  | { kind: "deals"; rows: DealRow[]; href: string }
  | { kind: "customers"; rows: CustomerRecord[] };

/** A figure with what it is limited to, in words, and its records. */
export type ExplainedFigure = {
  address: FigureAddress;
  figure: Figure;
  filters: { dimension: FilterName; label: Named | null }[];
  records: Records;
  /** Of a growth: the list of the records of the period it is measured against. */
  baseHref?: string;
};
