import { isActivityKind, KIND_NAMES } from "@/lib/activities/domain/activity";
import type { Tx } from "@/lib/platform/db/access";
import type { Dimension, FilterName } from "../domain/dimensions";

export type Label = { name: string; nameEn: string | null };

type Named = Label & { id: string };

const COLUMNS = { id: true, name: true, nameEn: true } as const;

function find(tx: Tx, by: Dimension | FilterName, id: { in: string[] }): Promise<Named[]> {
  const query = { where: { id }, select: COLUMNS };
  switch (by) {
    case "rep":
    case "manager":
      return tx.user.findMany(query);
    case "unit":
    case "direct":
    case "branch":
    case "region":
      return tx.unit.findMany(query);
    case "product":
      return tx.product.findMany(query);
    case "category":
      return tx.productCategory.findMany(query);
    case "customer":
      return tx.customer.findMany(query);
    case "segment":
      return tx.customerSegment.findMany(query);
    case "stage":
      return tx.pipelineStage.findMany({ ...query, orderBy: { position: "asc" } });
    case "lossReason":
      return tx.lossReason.findMany(query);
    case "competitor":
      return tx.competitor.findMany(query);
    case "theme":
      return tx.feedbackTheme.findMany(query);
    case "activityKind":
      return Promise.resolve(activityKinds(id.in));
    case "sector":
      return Promise.resolve(id.in.map((name) => ({ id: name, name, nameEn: null })));
  }
}

function activityKinds(kinds: readonly string[]): Named[] {
  return kinds.filter(isActivityKind).map((id) => ({ id, ...KIND_NAMES[id] }));
}

/** Names of the values of a dimension, by key; stages in their order. */
export async function labels(
  tx: Tx,
  by: Dimension | FilterName,
  keys: readonly (string | null)[],
): Promise<Map<string, Label>> {
  const ids = [...new Set(keys)].filter((key) => key !== null);
  const found = ids.length > 0 ? await find(tx, by, { in: ids }) : [];
  return new Map(found.map(({ id, name, nameEn }) => [id, { name, nameEn }]));
}
