import { useTranslations } from "next-intl";
import type { Evidence } from "@/lib/findings/domain/evidence";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";

/** What was found, in one sentence with its figures. */
export function FindingSentence({ evidence, f }: { evidence: Evidence; f: Formatter }) {
  return useTranslations("findings.sentences").rich(evidence.kind, {
    ...valuesOf(evidence, f),
    b: (text) => <b>{text}</b>,
  });
}

function valuesOf(evidence: Evidence, f: Formatter): Record<string, string | number> {
  switch (evidence.kind) {
    case "product_low": {
      const last = evidence.index.slice(-3);
      const now = last.reduce((a, b) => a + b, 0) / last.length;
      return {
        months: last.length,
        low: f.percent(1 - now, 0),
        since: f.month(evidence.months[0]),
      };
    }
    case "unit_low": {
      const { revenue, expected, peers } = evidence;
      const share = ratio(revenue, expected);
      return {
        ...{ revenue: f.money(revenue), expected: f.money(expected), peers: peers.length },
        low: f.percent(share === null ? null : 1 - share, 0),
      };
    }
    case "win_rate_low": {
      const { won, closed, shrunk, peerRate } = evidence;
      return { won, closed, shrunk: f.percent(shrunk), peerRate: f.percent(peerRate) };
    }
    case "stage_leak":
    case "theme_rising":
    case "competitor_rising": {
      const rate = (side: { hits: number; n: number }) => f.percent(ratio(side.hits, side.n));
      return {
        ...{ now: rate(evidence.recent), before: rate(evidence.before) },
        ...{ hits: evidence.recent.hits, n: evidence.recent.n },
      };
    }
    case "target_at_risk": {
      const { actual, expected, target, landing } = evidence;
      return {
        ...{ actual: f.money(actual), expected: f.money(expected), target: f.money(target) },
        landing: f.money(landing),
      };
    }
    case "data_problem": {
      const { problem, count, of } = evidence;
      return { problem, count, of, share: f.percent(ratio(count, of), 0) };
    }
  }
}
