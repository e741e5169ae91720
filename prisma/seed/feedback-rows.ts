import { insertStarterThemes } from "@/lib/feedback/data/themes";
import { themeTagger } from "@/lib/feedback/domain/suggest-themes";
import type { Tx } from "@/lib/platform/db/access";
import { drawsOf } from "./draws";
import type { DemoFeedback } from "./feedback";
import { insertRows, type Row } from "./insert";

type Ids = { unitId: (key: string) => string; competitor: (name: string) => string };

/** Loads the themes a company starts with and the feedback, each with the themes its words suggest. */
export async function insertFeedbackRows(
  tx: Tx,
  feedback: readonly DemoFeedback[],
  { unitId, competitor }: Ids,
): Promise<void> {
  await insertStarterThemes(tx);
  await insertRows(
    tx,
    "feedback",
    feedback.map((one) => rowOf(one, unitId(one.unit), competitor)),
  );
  const themes = await tx.feedbackTheme.findMany({ where: { active: true } });
  const tag = themeTagger(themes);
  const draws = drawsOf("feedback-tags");
  const themesOf = new Map([...new Set(feedback.map(({ text }) => text))].map((t) => [t, tag(t)]));
  const tags = feedback.flatMap((one) =>
    (themesOf.get(one.text) ?? []).map(
      (themeId): Row => ({ id: draws.id(one.givenOn), feedback_id: one.id, theme_id: themeId }),
    ),
  );
  await insertRows(tx, "feedback_tag", tags);
}

function rowOf(one: DemoFeedback, unit: string, competitor: (name: string) => string): Row {
  const received = Date.parse(`${one.givenOn}T02:00:00Z`);
  const after = (minutes: number | null) =>
    minutes === null ? null : new Date(received + minutes * 60_000).toISOString();
  const status =
    one.settledAfter !== null ? "resolved" : one.answeredAfter !== null ? "acknowledged" : "new";
  return {
    ...{ id: one.id, kind: one.kind, channel: one.channel, score: one.score, text: one.text },
    ...{ severity: one.severity, given_on: one.givenOn, contact: one.contact, status },
    received_at: new Date(received).toISOString(),
    ...{ customer_id: one.deal?.customer.id ?? null, deal_id: one.deal?.id ?? null },
    ...{ product_id: one.productId, owner_id: one.ownerId, unit_id: unit },
    competitor_id: one.competitor ? competitor(one.competitor) : null,
    ...{ acknowledged_at: after(one.answeredAfter), resolved_at: after(one.settledAfter) },
    acknowledged_by_id: one.answeredAfter === null ? null : one.ownerId,
    resolved_by_id: one.settledAfter === null ? null : one.ownerId,
    answer: one.answeredAfter === null ? null : one.answer,
    resolution: one.settledAfter === null ? null : one.solution,
    themes_confirmed_at: one.themesConfirmed ? after(2000) : null,
    themes_confirmed_by_id: one.themesConfirmed ? one.ownerId : null,
    created_by_id: one.channel === "form" ? null : one.ownerId,
  };
}
