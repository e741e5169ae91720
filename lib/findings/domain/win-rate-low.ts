import { fewerHits, ratePrior, shrunkRate } from "@/lib/analysis/domain/beta-binomial";
import type { Candidate } from "./candidate";
import type { CompanyFigures, SellerYear } from "./company-figures";

/** Fewer closed deals say little about a person. */
const FEWEST_DEALS = 10;
const FEWEST_PEERS = 5;
/** A rate, drawn towards the peers', below this share of theirs matters. */
const LOW = 0.8;

const tries = ({ won, closed }: SellerYear) => ({ hits: won, n: closed });

/**
 * People whose win rate lies below that of all others with at least ten closed deals in the year. The
 * peers' rates spread by a beta distribution; tested by the chance that one of them wins so few of so
 * many. The rate shown is drawn towards the peers' mean, the more the fewer deals there are. It matters
 * below 80% of theirs.
 */
export function lowWinRates({ sellers, year }: CompanyFigures): Candidate[] {
  const compared = sellers.filter(({ closed }) => closed >= FEWEST_DEALS);
  if (compared.length <= FEWEST_PEERS) return [];
  return compared.flatMap((seller) => lowWinRate(seller, compared, year) ?? []);
}

function lowWinRate(
  seller: SellerYear,
  all: readonly SellerYear[],
  period: CompanyFigures["year"],
): Candidate | null {
  const peers = all.filter((other) => other !== seller);
  const prior = ratePrior(peers.map(tries));
  if (!prior) return null;
  const { userId, unitId, won, closed } = seller;
  const shrunk = shrunkRate(tries(seller), prior);
  const [value, wins] = [total(peers, "value"), total(peers, "won")];
  const size = Math.max(0, prior.mean - shrunk) * closed * (wins > 0 ? value / wins : 0);
  return {
    ...{ kind: "win_rate_low", about: { unitId, userId }, p: fewerHits(tries(seller), prior) },
    ...{ n: closed, size, severity: size, matters: shrunk < LOW * prior.mean },
    evidence: {
      ...{ kind: "win_rate_low", period, won, closed, shrunk },
      ...{ peerRate: prior.mean, peers: peers.length },
    },
  };
}

const total = (sellers: readonly SellerYear[], of: "value" | "won") =>
  sellers.reduce((sum, seller) => sum + seller[of], 0);
