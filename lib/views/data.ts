import "server-only";
import { may } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { removing } from "@/lib/undo/data";
import { type SavedView, VIEW_LIMIT, type ViewList } from "./domain/saved-view";
import { type NewView, viewQuery } from "./schema";

const NAMES = { name: true, nameEn: true } as const;
/** At most this many views of others are offered. */
const SHARED_LIMIT = 100;

/** The views a person can open of a list, the own ones first, each by name; as the list understands them now. */
export async function viewsOf(tx: Tx, scope: Scope, list: ViewList): Promise<SavedView[]> {
  const read = (own: boolean) =>
    tx.savedView.findMany({
      where: { list, ownerId: own ? scope.userId : { not: scope.userId } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: own ? VIEW_LIMIT : SHARED_LIMIT,
      include: { owner: { select: NAMES }, unit: { select: { id: true, ...NAMES } } },
    });
  return [...(await read(true)), ...(await read(false))].map((view) => ({
    id: view.id,
    name: view.name,
    query: viewQuery(list, view.query),
    version: view.version,
    mine: view.ownerId === scope.userId,
    owner: view.owner,
    unit: view.unit,
  }));
}

/** The view a person's list opens with; null without one, or where it cannot be seen (any more). */
export async function defaultViewOf(tx: Tx, scope: Scope, list: ViewList) {
  const chosen = await tx.defaultView.findUnique({
    where: { userId_list: { userId: scope.userId, list } },
  });
  if (!chosen) return null;
  return tx.savedView.findFirst({
    where: { id: chosen.viewId, list },
    select: { id: true, query: true },
  });
}

/** @throws ForbiddenError where one may not share with the unit */
function checkUnit(scope: Scope, unitId: string | null): void {
  if (unitId !== null && !may(scope, "view.share", { ownerId: null, unitId })) {
    throw new ForbiddenError();
  }
}

/** Keeps a new view. @throws AppError viewNameTaken, viewLimit; ForbiddenError */
export async function insertView(tx: Tx, scope: Scope, { query, ...view }: NewView): Promise<void> {
  checkUnit(scope, view.unitId);
  // One after the other, so that two at once do not pass the limit.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`saved_view ${scope.userId}`}, 0))::text`;
  const { list } = view;
  const kept = await tx.savedView.count({ where: { list, ownerId: scope.userId } });
  if (kept >= VIEW_LIMIT) throw new AppError("viewLimit", { limit: VIEW_LIMIT });
  const data = { ...view, ownerId: scope.userId, query: viewQuery(list, query) };
  await orTaken("viewNameTaken", tx.savedView.create({ data, select: { id: true } }));
}

/** One's own view. @throws NotFoundError, and ForbiddenError for one that somebody else shares */
async function findOwn(tx: Tx, scope: Scope, id: string) {
  const view = await tx.savedView.findUnique({ where: { id } });
  if (!view) throw new NotFoundError();
  if (view.ownerId !== scope.userId) throw new ForbiddenError();
  return view;
}

type Change = { name: string; unitId: string | null } | { query: string };

/**
 * Saves another name and unit, or what the list shows now, over what an editor saw at `version`.
 * @throws ConflictError, NotFoundError, ForbiddenError, AppError viewNameTaken
 */
export async function updateView(
  tx: Tx,
  scope: Scope,
  { id, version, ...change }: Change & { id: string; version: number },
): Promise<void> {
  const now = await findOwn(tx, scope, id);
  if ("unitId" in change && change.unitId !== now.unitId) checkUnit(scope, change.unitId);
  const data =
    "query" in change ? { query: viewQuery(now.list as ViewList, change.query) } : change;
  const saving = tx.savedView.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if ((await orTaken("viewNameTaken", saving)).count === 1) return;
  throw new ConflictError({ name: now.name, unitId: now.unitId, version: now.version });
}

/** Deletes it in a way that can be undone: one's own, or as an admin a shared one. @throws NotFoundError, ForbiddenError */
export async function removeView(tx: Tx, scope: Scope, id: string): Promise<string> {
  const view = await tx.savedView.findUnique({ where: { id }, select: { ownerId: true } });
  if (!view) throw new NotFoundError();
  if (view.ownerId !== scope.userId && scope.role !== "admin") throw new ForbiddenError();
  return removing(tx, "saved_view", () => tx.savedView.deleteMany({ where: { id } }));
}

/** The list opens with this view from now on, or whole without one. @throws NotFoundError */
export async function setDefaultView(
  tx: Tx,
  scope: Scope,
  { list, viewId }: { list: ViewList; viewId: string | null },
): Promise<void> {
  const key = { userId: scope.userId, list };
  if (viewId === null) {
    await tx.defaultView.deleteMany({ where: key });
    return;
  }
  if (!(await tx.savedView.findFirst({ where: { id: viewId, list }, select: { id: true } })))
    throw new NotFoundError();
  await tx.defaultView.upsert({
    where: { userId_list: key },
    create: { ...key, viewId },
    update: { viewId },
  });
}
