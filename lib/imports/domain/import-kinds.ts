/** The kinds of record a file can hold, in the order they are imported: later kinds refer to earlier ones. */
export const importKinds = ["units", "reps", "products", "customers", "deals", "sales"] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a deal's stage refers to: pipeline stages are looked up like records but never come from a file. */
export type ReferenceKind = ImportKind | "stages";

export type FieldDefinition =
  | { type: "text"; required?: boolean }
  | { type: "date"; required?: boolean }
  | { type: "decimal"; required?: boolean }
  | { type: "integer"; required?: boolean }
  | { type: "choice"; required?: boolean; choices: readonly string[] }
  | { type: "reference"; required?: boolean; refers: ReferenceKind };

type FieldsOfKind = Readonly<Record<string, FieldDefinition>>;

const identity: FieldsOfKind = { id: { type: "text" } };

/**
 * Every field a mapping may fill, by kind. `id` is the record's id in its source; without it the
 * name identifies units, reps, products and customers, and the content identifies deals and sales.
 */
export const fieldsOfKind: Readonly<Record<ImportKind, FieldsOfKind>> = {
  units: {
    ...identity,
    name: { type: "text", required: true },
    nameEn: { type: "text" },
    type: { type: "choice", choices: ["company", "region", "store", "team"], required: true },
    parent: { type: "reference", refers: "units" },
    validFrom: { type: "date" },
  },
  reps: {
    ...identity,
    name: { type: "text", required: true },
    nameEn: { type: "text" },
    email: { type: "text" },
    role: { type: "choice", choices: ["rep", "manager"] },
    unit: { type: "reference", refers: "units", required: true },
    hiredOn: { type: "date" },
    leftOn: { type: "date" },
    validFrom: { type: "date" },
  },
  products: {
    ...identity,
    name: { type: "text", required: true },
    nameEn: { type: "text" },
    sku: { type: "text" },
    category: { type: "text" },
    listPrice: { type: "decimal" },
    currency: { type: "text" },
  },
  customers: {
    ...identity,
    name: { type: "text", required: true },
    nameEn: { type: "text" },
    sector: { type: "text" },
    location: { type: "text" },
    employees: { type: "integer" },
    annualRevenue: { type: "decimal" },
    foundedYear: { type: "integer" },
    parent: { type: "reference", refers: "customers" },
    owner: { type: "reference", refers: "reps" },
    unit: { type: "reference", refers: "units" },
  },
  deals: {
    ...identity,
    title: { type: "text" },
    customer: { type: "reference", refers: "customers" },
    product: { type: "reference", refers: "products" },
    owner: { type: "reference", refers: "reps", required: true },
    unit: { type: "reference", refers: "units" },
    stage: { type: "reference", refers: "stages", required: true },
    createdOn: { type: "date" },
    engagedOn: { type: "date" },
    expectedCloseOn: { type: "date" },
    closedOn: { type: "date" },
    quantity: { type: "decimal" },
    expectedValue: { type: "decimal" },
    bookedValue: { type: "decimal" },
    currency: { type: "text" },
    lossReason: { type: "text" },
    competitor: { type: "text" },
  },
  sales: {
    ...identity,
    order: { type: "text" },
    soldOn: { type: "date", required: true },
    customer: { type: "reference", refers: "customers" },
    product: { type: "reference", refers: "products" },
    owner: { type: "reference", refers: "reps" },
    unit: { type: "reference", refers: "units" },
    quantity: { type: "decimal" },
    unitPrice: { type: "decimal" },
    amount: { type: "decimal" },
    cost: { type: "decimal" },
    currency: { type: "text" },
  },
};

/** Kinds whose rows are named things: the name is their id when the file has none. */
export function isNamedKind(kind: ImportKind): boolean {
  return kind !== "deals" && kind !== "sales";
}
