import "server-only";
import { listContext } from "@/lib/lists/data";
import { may } from "@/lib/people/domain/permissions";
import { read } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import { eachRow } from "@/lib/platform/db/list-sql";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { competitorChoices, sourcesOf } from "../data/choices";
import { themeChoices } from "../data/themes";
import type { FeedbackRow } from "../domain/feedback";
import { mayRemove } from "../domain/may-remove";
import type { FeedbackListParams } from "../schema";
import {
  feedbackListSql,
  feedbackRow,
  feedbackTotals,
  findFeedback,
  listFeedback,
} from "../sql/list-feedback";

/** One page of the list of feedback with its totals and the choices of its filters, in one snapshot. */
export function feedbackList(scope: Scope, params: FeedbackListParams) {
  return read(scope, async (tx) => ({
    ...(await listContext(tx, scope, params)),
    rows: await listFeedback(tx, params),
    totals: await feedbackTotals(tx, params),
    themes: await themeChoices(tx),
    competitors: await competitorChoices(tx),
    today: (await businessContext(tx)).today,
  }));
}

/** The latest feedback of one deal, customer, product or competitor, with the totals of all. */
export function feedbackOf(
  scope: Scope,
  params: Pick<FeedbackListParams, "deal" | "customer" | "competitor">,
) {
  return read(scope, async (tx) => ({
    rows: (await listFeedback(tx, { ...params, size: 25 })).slice(0, 10),
    totals: await feedbackTotals(tx, params),
  }));
}

/** What the form for new feedback offers, and the names of what it is about; what may not be seen is left out. */
export function newFeedback(scope: Scope, about: { deal?: string; customer?: string }) {
  return read(scope, async (tx) => ({
    competitors: await competitorChoices(tx),
    today: (await businessContext(tx)).today,
    ...(await sourcesOf(tx, about)),
  }));
}

/**
 * One piece of feedback, and what the reader may do with it.
 * @throws NotFoundError where it does not exist or may not be seen
 */
export function feedbackDetail(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const feedback = await findFeedback(tx, id);
    if (!feedback) throw new NotFoundError();
    const { organisation, today } = await businessContext(tx);
    const { owner, unit, viaForm } = feedback;
    const writable = may(scope, "feedback.write", { ownerId: owner.id, unitId: unit.id });
    return {
      feedback,
      timeZone: organisation.timeZone,
      currency: organisation.baseCurrency,
      today,
      writable,
      removable: writable && mayRemove(scope, { unitId: unit.id, viaForm }),
      themes: await themeChoices(tx),
      competitors: await competitorChoices(tx),
    };
  });
}

/** Hands over every row of the filtered list in its order, a batch at a time, from one snapshot. */
export function eachFeedback(
  scope: Scope,
  params: FeedbackListParams,
  use: (rows: readonly FeedbackRow[]) => Promise<void>,
): Promise<void> {
  return read(
    scope,
    (tx) => eachRow(tx, feedbackListSql(params), feedbackRow, use),
    EXPORT_TIMEOUT,
  );
}
