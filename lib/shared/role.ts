/** What a person may be; the permission table says what each may do. */
export type Role = "admin" | "manager" | "rep";
