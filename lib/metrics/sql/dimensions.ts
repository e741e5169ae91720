import { Prisma } from "@/lib/platform/db/generated/client";
import { MANAGER_SPANS, REGION_SPANS } from "@/lib/platform/db/unit-spans";
import { type Dimension, type FilterName, type Kept, OTHERS } from "../domain/dimensions";

/** What a fact relation must offer for a dimension to be applied to it. */
type FactColumn =
  | "owner_id"
  | "unit_id"
  | "customer_id"
  | "product_id"
  | "stage_id"
  | "loss_reason_id"
  | "competitor_id"
  | "theme_id"
  | "activity_kind"
  | "day";

type DimensionSql = {
  /** Joins that widen `x` (the fact) by what the key needs; at most one row each, so lines never multiply. */
  join: Prisma.Sql;
  key: Prisma.Sql;
  needs: readonly FactColumn[];
};

const NONE = Prisma.empty;

/** One span at most holds on the day of the fact, so lines never multiply. */
const REGION = Prisma.sql`LEFT JOIN ${REGION_SPANS} region
  ON region.unit_id = x.unit_id AND x.day >= region.f AND x.day < region.t`;
const MANAGER = Prisma.sql`LEFT JOIN ${MANAGER_SPANS} manager
  ON manager.unit_id = x.unit_id AND x.day >= manager.f AND x.day < manager.t`;

const PRODUCT = Prisma.sql`LEFT JOIN product p ON p.id = x.product_id`;
const CUSTOMER = Prisma.sql`LEFT JOIN customer c ON c.id = x.customer_id`;

const DIMENSIONS: Record<Exclude<Dimension, "branch">, DimensionSql> = {
  rep: { join: NONE, key: Prisma.sql`x.owner_id::text`, needs: ["owner_id"] },
  unit: { join: NONE, key: Prisma.sql`x.unit_id::text`, needs: ["unit_id"] },
  region: { join: REGION, key: Prisma.sql`region.id::text`, needs: ["unit_id", "day"] },
  manager: { join: MANAGER, key: Prisma.sql`manager.id::text`, needs: ["unit_id", "day"] },
  product: { join: NONE, key: Prisma.sql`x.product_id::text`, needs: ["product_id"] },
  category: { join: PRODUCT, key: Prisma.sql`p.category_id::text`, needs: ["product_id"] },
  customer: { join: NONE, key: Prisma.sql`x.customer_id::text`, needs: ["customer_id"] },
  sector: { join: CUSTOMER, key: Prisma.sql`c.sector`, needs: ["customer_id"] },
  segment: { join: CUSTOMER, key: Prisma.sql`c.segment_id::text`, needs: ["customer_id"] },
  stage: { join: NONE, key: Prisma.sql`x.stage_id::text`, needs: ["stage_id"] },
  lossReason: { join: NONE, key: Prisma.sql`x.loss_reason_id::text`, needs: ["loss_reason_id"] },
  competitor: { join: NONE, key: Prisma.sql`x.competitor_id::text`, needs: ["competitor_id"] },
  theme: { join: NONE, key: Prisma.sql`x.theme_id::text`, needs: ["theme_id"] },
  activityKind: { join: NONE, key: Prisma.sql`x.activity_kind::text`, needs: ["activity_kind"] },
};

/** The child of `unitId` a fact belongs to on its day; the unit itself for what it sold directly. */
function branch(unitId: string): DimensionSql {
  const join = Prisma.sql`LEFT JOIN (
    SELECT a.unit_id, e.unit_id AS branch_id,
      greatest(a.valid_from, e.valid_from) AS valid_from, least(a.valid_to, e.valid_to) AS valid_to
    FROM unit_edge e JOIN unit_ancestor a ON a.ancestor_id = e.unit_id WHERE e.parent_id = ${unitId}::uuid) branch
    ON branch.unit_id = x.unit_id AND x.day >= branch.valid_from AND x.day < branch.valid_to`;
  const key = Prisma.sql`coalesce(branch.branch_id, x.unit_id)::text`;
  return { join, key, needs: ["unit_id", "day"] };
}

/** Facts of the unit and everything below it on the day of the fact. */
function subtree(unitId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM unit_ancestor s WHERE s.unit_id = x.unit_id
    AND s.ancestor_id = ${unitId}::uuid AND x.day >= s.valid_from AND x.day < s.valid_to)`;
}

export type Filter = Partial<Record<FilterName, string | null>>;

/** What a breakdown is by, and which of its members keep a group of their own; all without `kept`. */
export type Breakdown = { by?: Dimension; kept?: Kept };

/** SQL for one breakdown, perhaps a second one across it, and the filters over a fact relation named `x`. */
export function dimensionSql(
  by: Dimension | undefined,
  where: Filter,
  { kept, across }: { kept?: Kept; across?: Breakdown } = {},
) {
  const joins = new Set<Prisma.Sql>();
  const conditions: Prisma.Sql[] = [];
  for (const [name, value] of Object.entries(where) as [FilterName, string | null][]) {
    if (value === undefined) continue;
    if (name === "unit" && value !== null) {
      conditions.push(subtree(value));
      continue;
    }
    const dimension = DIMENSIONS[name === "direct" ? "unit" : name];
    joins.add(dimension.join);
    conditions.push(
      value === null
        ? Prisma.sql`${dimension.key} IS NULL`
        : Prisma.sql`${dimension.key} = ${value}`,
    );
  }
  const breakdown = by && keyOf(by, where);
  if (breakdown) joins.add(breakdown.join);
  const second = across?.by && keyOf(across.by, where);
  if (second) joins.add(second.join);
  return {
    joins: Prisma.join([...joins, NONE], " "),
    key: foldedKey(breakdown, kept),
    across: foldedKey(second, across?.kept),
    filter: conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`,
    usesProduct: [by, across?.by, ...Object.keys(where)].some(
      (d) => d === "product" || d === "category",
    ),
  };
}

function foldedKey(dimension: DimensionSql | undefined, kept: Kept | undefined): Prisma.Sql {
  if (!dimension) return Prisma.sql`NULL::text`;
  const { key } = dimension;
  if (!kept) return key;
  const named = kept.filter((one) => one !== null);
  const unnamed = kept.includes(null) ? Prisma.sql`OR ${key} IS NULL` : NONE;
  return Prisma.sql`CASE WHEN ${key} = ANY (${named}::text[]) ${unnamed} THEN ${key} ELSE ${OTHERS} END`;
}

function keyOf(by: Dimension, where: Filter): DimensionSql {
  if (by !== "branch") return DIMENSIONS[by];
  if (!where.unit) throw new Error("A breakdown by branch needs a unit.");
  return branch(where.unit);
}
