import "server-only";
import { changeAll, matchingDeals, restoreAll } from "@/lib/deals/data/bulk";
import { activeStage } from "@/lib/deals/data/close-deal";
import { lockDeals } from "@/lib/deals/data/lock-deal";
import type { LockedDeal } from "@/lib/deals/domain/deal-version";
import { parseDealList } from "@/lib/deals/schema";
import { notify } from "@/lib/discussion/data/notify";
import { homeUnit } from "@/lib/people/data/home-unit";
import { requireWorking } from "@/lib/people/data/working-person";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import { businessContext } from "@/lib/settings/data/business-context";
import { BULK_LIMIT, type BulkChange, type BulkInput, type BulkUndoItem } from "../schema";

/** What a bulk change does, or would do. */
export type BulkOutcome = {
  changed: number;
  /** They are so already. */
  same: number;
  /** Won and lost deals keep what they were closed with. */
  closed: number;
  /** The person may see them, not change them. */
  refused: number;
  /** What they were before, for undoing. */
  before: BulkUndoItem[];
};

type Values = Parameters<typeof changeAll>[2];

/** The values all deals get. @throws FieldError personDisabled, AppError ownerWithoutUnit, forbidden, stageGone */
async function valuesOf(tx: Tx, change: BulkChange): Promise<Values> {
  if (change.what === "close") return { expectedCloseOn: change.expectedCloseOn };
  if (change.what === "stage") {
    if ((await activeStage(tx, change.stageId))?.kind !== "open") throw new AppError("stageGone");
    return { stageId: change.stageId, probability: null, probabilityReason: null };
  }
  await requireWorking(tx, change.ownerId, "ownerId");
  const { today } = await businessContext(tx);
  const unitId = await homeUnit(tx, change.ownerId, today);
  if (unitId === null) throw new AppError("ownerWithoutUnit");
  const [allowed] = await tx.$queryRaw<{ owner: boolean; unit: boolean }[]>`
    SELECT app_may_give_to(${change.ownerId}::uuid) AS owner, app_may_use_unit(${unitId}::uuid) AS unit`;
  if (!allowed?.owner || !allowed.unit) throw new AppError("forbidden");
  return { ownerId: change.ownerId, unitId };
}

function isSame(deal: LockedDeal, change: BulkChange): boolean {
  if (change.what === "owner") return deal.ownerId === change.ownerId;
  if (change.what === "stage") return deal.stageId === change.stageId;
  return deal.expectedCloseOn === change.expectedCloseOn;
}

/**
 * Changes owner, stage or expected close of many open deals at once, or says what that would do. A new
 * owner changes nothing else.
 * @throws AppError bulkTooMany, ownerWithoutUnit, forbidden, stageGone
 */
export async function changeDeals(tx: Tx, { of, change, apply }: BulkInput): Promise<BulkOutcome> {
  const ids =
    "ids" in of ? of.ids : await matchingDeals(tx, parseDealList(of.params), BULK_LIMIT + 1);
  if (ids.length > BULK_LIMIT) throw new AppError("bulkTooMany", { limit: BULK_LIMIT });
  const values = await valuesOf(tx, change);
  const locked = await lockDeals(tx, ids);
  const open = locked.filter((deal) => deal.kind === "open");
  const due = open.filter((deal) => !isSame(deal, change));
  const outcome = {
    ...{ changed: due.length, same: open.length - due.length },
    ...{ closed: locked.length - open.length, refused: ids.length - locked.length },
    before: due.map(({ id, version, ownerId, unitId, stageId, expectedCloseOn }) => ({
      ...{ id, version: version + 1, ownerId, unitId, stageId, expectedCloseOn },
    })),
  };
  if (!apply || due.length === 0) return outcome;
  await changeAll(
    tx,
    due.map((deal) => deal.id),
    values,
  );
  const first = due[0];
  if (values.ownerId && first)
    await notify(tx, { kind: "assigned", record: { kind: "deal", id: first.id } }, [
      values.ownerId,
    ]);
  return outcome;
}

/** Undoes a bulk change for the deals nobody has changed since; how many that were. */
export async function undoChange(tx: Tx, items: readonly BulkUndoItem[]): Promise<number> {
  await lockDeals(
    tx,
    items.map((item) => item.id),
  );
  return restoreAll(tx, items);
}
