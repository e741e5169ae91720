/** A value of a cell; a date is a business date as text. */
export type FieldValue = string | number | null;

/** How a field's values are written: dates and numbers as such, so that a spreadsheet can count with them. */
export type FieldType = "text" | "date" | "amount" | "number" | "share";

/** One field of a list's records, shown in its table and in its exports. `id` names its heading in the area's messages under `columns`. */
export type ListField<Row, Id extends string = string> = {
  id: Id;
  type: FieldType;
  value: (row: Row, locale: string) => FieldValue;
};

/** A column whose heading is looked up. */
export type HeadedColumn = { heading: string; type: FieldType };
