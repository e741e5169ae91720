import "server-only";
import { assignmentsOf } from "@/lib/people/data/assignments";
import { businessToday } from "@/lib/people/data/business-today";
import { edgesOf, findUnit } from "@/lib/people/data/units";
import { possibleManagers } from "@/lib/people/data/users";
import { inTreeOrder, mayHangBelow, subtreeIds } from "@/lib/people/domain/unit-tree";
import type { UnitView } from "@/lib/people/domain/unit-view";
import { unitOverview } from "@/lib/people/sql/unit-overview";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";

/** The whole tree in its order, for admins. */
export async function unitsPage(scope: Scope, locale: string) {
  return read(scope, async (tx) => inTreeOrder(await unitOverview(tx), locale));
}

/** Everything the page of one unit shows; for admins. @throws NotFoundError */
export async function unitPage(scope: Scope, id: string, locale: string): Promise<UnitView> {
  return read(scope, async (tx) => {
    const unit = await findUnit(tx, id);
    const today = await businessToday(tx);
    const tree = inTreeOrder(await unitOverview(tx), locale);
    const below = subtreeIds(tree, id);
    const assignments = await assignmentsOf(tx, { unitId: id });
    const current = assignments.filter((a) => a.from <= today && today < a.to);
    return {
      unit,
      today,
      parentId: tree.find((other) => other.id === id)?.parentId ?? null,
      parents: tree.filter(
        (other) => other.active && !below.has(other.id) && mayHangBelow(unit.type, other.type),
      ),
      edges: await edgesOf(tx, id),
      assignments,
      members: current.filter((a) => a.kind === "member"),
      manager: current.find((a) => a.kind === "manager") ?? null,
      managers: await possibleManagers(tx),
    };
  });
}
