import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";
import type { AssignmentRecord } from "./assignment";
import type { UnitType } from "./unit-tree";

/** Where a unit hung, and when: `[from, to)`. */
export type EdgeRecord = {
  id: string;
  parentId: string;
  parentName: string;
  parentNameEn: string | null;
  from: BusinessDate;
  to: BusinessDate;
};

/** What the page of one unit shows. */
export type UnitView = {
  unit: Reference & { type: UnitType; active: boolean; version: number };
  today: BusinessDate;
  parentId: string | null;
  /** Units it may be moved below. */
  parents: (Reference & { parentId: string | null })[];
  edges: EdgeRecord[];
  assignments: AssignmentRecord[];
  members: AssignmentRecord[];
  manager: AssignmentRecord | null;
  /** People who may run it. */
  managers: (Reference & { email: string | null })[];
};
