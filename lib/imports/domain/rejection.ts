/** Why a row cannot be imported; each code is explained in both languages under `data.reasons`. */
export const rejectionReasons = [
  "required",
  "date",
  "number",
  "choice",
  "columns",
  "reference",
  "ambiguous",
  "duplicate",
  "currency",
  "email",
  "manager",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** The first thing wrong with a row: the column, the value found there and the reason. */
export type Rejection = { reason: RejectionReason; column: string; value: string };

/** A rejection with its place: file and row as a spreadsheet numbers them (the header is row 1). */
export type RejectedRow = Rejection & { file: string; row: number; kind: string };

/** The column a rejected-rows file carries in addition: it is ignored when the file comes back. */
export const rejectedColumn = "_rejected";
