/** A value of an exported cell; a date is a business date as text. */
export type ExportValue = string | number | null;

/** How a column's values are written: dates and numbers as such, so that a spreadsheet can count with them. */
export type ExportType = "text" | "date" | "amount" | "number" | "share";

/** One column of an export. `id` names its heading in the area's messages under `columns`. */
export type ExportColumn<Row, Id extends string> = {
  id: Id;
  type: ExportType;
  value: (row: Row, locale: string) => ExportValue;
};

/** A column whose heading is looked up. */
export type HeadedColumn = { heading: string; type: ExportType };
