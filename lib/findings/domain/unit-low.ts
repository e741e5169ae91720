import { lowerTail, robustScale, robustZ } from "@/lib/analysis/domain/robust-z";
import { senSlope } from "@/lib/analysis/domain/sen-slope";
import type { Candidate } from "./candidate";
import type { CompanyFigures, UnitYear } from "./company-figures";

/** With fewer peers a spread says little. */
const FEWEST_PEERS = 5;
/** Less than this share of what is expected matters. */
const LOW = 0.85;

/**
 * Units far below their peers. Peers are the other units of the same type; what a unit's size lets
 * expect comes from the heads it had: ln revenue against ln heads by the median slope of all pairs, so
 * that the weak ones do not move the line. Tested by the robust z of what is left (median and MAD of
 * the peers). It matters below 85% of what is expected.
 */
export function lowUnits({ units, year }: CompanyFigures): Candidate[] {
  const selling = units.filter(({ revenue, heads }) => revenue > 0 && heads > 0);
  return [...Map.groupBy(selling, ({ type }) => type).values()].flatMap((alike) =>
    alike.length <= FEWEST_PEERS ? [] : amongPeers(alike, year),
  );
}

function amongPeers(units: readonly UnitYear[], period: CompanyFigures["year"]): Candidate[] {
  const points = units.map(({ heads, revenue }) => ({ x: Math.log(heads), y: Math.log(revenue) }));
  const slope = senSlope(points) ?? 0;
  const rest = points.map(({ x, y }) => y - slope * x);
  return units.flatMap((unit, at) => {
    const peers = robustScale(rest.filter((_, other) => other !== at));
    if (!peers) return [];
    const expectedOf = ({ heads }: UnitYear) => Math.exp(peers.median) * heads ** slope;
    const z = robustZ(rest[at] as number, peers);
    const { unitId, revenue, heads } = unit;
    const expected = expectedOf(unit);
    const others = units
      .filter((other) => other !== unit)
      .map((other) => ({
        ...{ unitId: other.unitId, share: other.revenue / expectedOf(other) },
      }));
    const size = Math.max(0, expected - revenue);
    return {
      ...{ kind: "unit_low" as const, about: { unitId }, p: lowerTail(z, peers.n) },
      ...{ n: peers.n, size, severity: size, matters: revenue < LOW * expected },
      evidence: { kind: "unit_low", period, revenue, expected, heads, z, peers: others },
    };
  });
}
