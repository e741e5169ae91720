/** What a person may be; the permission table says what each may do. */
export const ROLES = ["admin", "manager", "rep"] as const;
export type Role = (typeof ROLES)[number];
