/** What a unit may be. Apart from the schema, so that forms need no zod in the browser. */
export const UNIT_TYPES = ["company", "region", "store", "team"] as const;
