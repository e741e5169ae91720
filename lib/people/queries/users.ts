import "server-only";
import { assignmentsOf } from "@/lib/people/data/assignments";
import { businessToday } from "@/lib/people/data/business-today";
import { hasCredential, resetRequests } from "@/lib/people/data/credentials";
import { findUser } from "@/lib/people/data/users";
import { visibleUnits } from "@/lib/people/data/visible-units";
import type { AssignmentRecord } from "@/lib/people/domain/assignment";
import type { UserView } from "@/lib/people/domain/user-view";
import type { UserListParams } from "@/lib/people/schema";
import { roleHistory } from "@/lib/people/sql/role-history";
import { userList } from "@/lib/people/sql/user-list";
import { read, system } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import type { BusinessDate } from "@/lib/shared/business-date";

/** Everything the list of users shows; for admins. */
export async function usersPage(scope: Scope, params: UserListParams, locale: string) {
  const asked = await system("see who asked for a reset", resetRequests, scope.userId);
  const page = await read(scope, async (tx) => ({
    ...(await userList(tx, params, { resetRequested: asked, locale })),
    units: (await visibleUnits(tx, scope)).filter((unit) => unit.active),
    today: await businessToday(tx),
  }));
  return { ...page, resetRequested: new Set(asked) };
}

const isNow = (today: BusinessDate) => (a: AssignmentRecord) => a.from <= today && today < a.to;

/** Everything the page of one person shows; for admins. @throws NotFoundError */
export async function userPage(scope: Scope, id: string): Promise<UserView> {
  const { known, asked } = await system(
    "see how a person signs in",
    async (tx) => ({ known: await hasCredential(tx, id), asked: await resetRequests(tx) }),
    scope.userId,
  );
  return read(scope, async (tx) => {
    const user = await findUser(tx, id);
    const today = await businessToday(tx);
    const assignments = await assignmentsOf(tx, { userId: id });
    const current = assignments.filter(isNow(today));
    return {
      user,
      today,
      assignments,
      unit: current.find((a) => a.kind === "member") ?? null,
      managed: current.filter((a) => a.kind === "manager"),
      changes: await roleHistory(tx, id),
      units: (await visibleUnits(tx, scope)).filter((unit) => unit.active),
      canSignIn: known,
      resetRequested: asked.includes(id),
      isSelf: id === scope.userId,
    };
  });
}
