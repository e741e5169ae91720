import "server-only";
import { measure } from "@/lib/metrics/data/measure";
import { npsInterval } from "@/lib/metrics/domain/nps-interval";
import { feedbackFacts } from "@/lib/metrics/sql/feedback";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { addDays, addMonths } from "@/lib/shared/business-date";
import { VOICE_METRICS, type VoiceMetric, type VoiceOverview } from "../domain/voice";

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
    const [group] = await feedbackFacts(tx, { ranges: [range], where: {}, calendar });
    const { npsAnswers = 0, promoters = 0, detractors = 0 } = group?.parts ?? {};
    const of = (metric: VoiceMetric, no: number) =>
      rows.find((row) => row.metric === metric && row.range === no);
    return {
      range,
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
