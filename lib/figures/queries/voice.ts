import "server-only";
import { labels } from "@/lib/metrics/data/labels";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { npsInterval } from "@/lib/metrics/domain/nps-interval";
import { feedbackFacts } from "@/lib/metrics/sql/feedback";
import { read, type Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { addDays, addMonths } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import { VOICE_METRICS, type VoiceMetric, type VoiceOverview } from "../domain/voice";

const MOST_THEMES = 6;

type Compared = Pick<Measurement, "range" | "asOf" | "calendar" | "digits"> & { before: Period };

/** The themes named most, with their change. */
async function themeShares(tx: Tx, { before, ...settings }: Compared) {
  const metrics = ["theme_share"] as const;
  const rows = await measure(tx, { metrics, by: "theme", compare: [before], ...settings });
  const then = new Map(rows.filter(({ range }) => range === 1).map((row) => [row.key, row]));
  const most = rows
    .filter(({ range }) => range === 0)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, MOST_THEMES);
  const names = await labels(
    tx,
    "theme",
    most.map(({ key }) => key),
  );
  const themedBefore = [...then.values()].some(({ n }) => n > 0);
  return most.flatMap(({ key, value }) => {
    const name = names.get(key ?? "");
    if (!key || !name) return [];
    const earlier = then.get(key)?.value ?? (themedBefore ? 0 : null);
    const change = value === null || earlier === null ? null : value - earlier;
    return [{ theme: { id: key, ...name }, share: value, change }];
  });
}

/** The figures of the last three months, what the reader may see of them. */
export function voiceOverview(scope: Scope): Promise<VoiceOverview> {
  return read(scope, async (tx) => {
    const { organisation, today, digits } = await businessContext(tx);
    const { fiscalYearStartMonth, firstDayOfWeek } = organisation;
    const calendar = { fiscalYearStartMonth, firstDayOfWeek };
    const to = addDays(today, 1);
    const range = { from: addMonths(to, -3), to };
    const before = { from: addMonths(to, -6), to: range.from };
    const rows = await measure(tx, {
      ...{ metrics: VOICE_METRICS, range, compare: [before], asOf: today, calendar, digits },
    });
    const themes = await themeShares(tx, { range, before, asOf: today, calendar, digits });
    const [group] = await feedbackFacts(tx, { ranges: [range], where: {}, calendar });
    const { npsAnswers = 0, promoters = 0, detractors = 0 } = group?.parts ?? {};
    const of = (metric: VoiceMetric, no: number) =>
      rows.find((row) => row.metric === metric && row.range === no);
    return {
      ...{ range, before, themes },
      interval: npsInterval(npsAnswers ?? 0, promoters ?? 0, detractors ?? 0),
      figures: VOICE_METRICS.map((metric) => ({
        metric,
        value: of(metric, 0)?.value ?? null,
        n: of(metric, 0)?.n ?? 0,
        before: of(metric, 1)?.value ?? null,
      })),
    };
  });
}
