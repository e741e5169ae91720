import type { BusinessDate } from "@/lib/shared/business-date";
import type { Reference } from "@/lib/shared/named";
import type { Role } from "@/lib/shared/role";
import type { AssignmentRecord } from "./assignment";
import type { UserStatus } from "./user-rules";

/** A change of a person's role or status. */
export type AccountChange = {
  at: Date;
  byName: string | null;
  byNameEn: string | null;
  field: "role" | "status";
  before: string;
  after: string;
};

/** What the page of one person shows. */
export type UserView = {
  user: Reference & {
    email: string | null;
    role: Role;
    status: UserStatus;
    version: number;
    lastSignInAt: Date | null;
  };
  today: BusinessDate;
  assignments: AssignmentRecord[];
  /** The unit the person belongs to today. */
  unit: AssignmentRecord | null;
  /** The units the person runs today. */
  managed: AssignmentRecord[];
  changes: AccountChange[];
  units: (Reference & { parentId: string | null })[];
  canSignIn: boolean;
  resetRequested: boolean;
  isSelf: boolean;
};
