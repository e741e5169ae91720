/**
 * Kinds of records that can be followed, discussed and have files, and where each is shown. The
 * database knows the same ones by `register_record_kind()`.
 */
const ADDRESSES = {
  deal: "/deals",
  customer: "/customers",
  activity: "/activities",
  feedback: "/feedback",
  market_note: "/market",
  finding: "/findings",
} as const satisfies Record<string, string>;

export type RecordKind = keyof typeof ADDRESSES;
export const RECORD_KINDS = Object.keys(ADDRESSES) as RecordKind[];

/** Any record of the product that can be discussed. */
export type RecordRef = { kind: RecordKind; id: string };

export function isRecordKind(value: unknown): value is RecordKind {
  return typeof value === "string" && Object.hasOwn(ADDRESSES, value);
}

/** Address of a record's page. */
export function recordHref({ kind, id }: RecordRef): string {
  return `${ADDRESSES[kind]}/${id}`;
}
