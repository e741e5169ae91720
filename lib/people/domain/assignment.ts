import type { BusinessDate } from "@/lib/shared/business-date";

/** Who belonged to a unit or ran it, and when: `[from, to)`. */
export type AssignmentRecord = {
  id: string;
  kind: "member" | "manager";
  userId: string;
  userName: string;
  userNameEn: string | null;
  unitId: string;
  unitName: string;
  unitNameEn: string | null;
  from: BusinessDate;
  to: BusinessDate;
};
