import type { Tier } from "./target-kpi";

/** A mismatch of one target that was published all the same. */
export type AcceptedMismatch = { kind: "months" | "members"; tier: Tier; difference: number };

const MARK = /^\[≠ ([^\]]*)\] ?([\s\S]*)$/;
const ENTRY = /^(months|members) (floor|target|stretch) (-?[\d.]+(?:e[+-]?\d+)?)$/;

/**
 * The reason kept in a target's history when its parts did not add up: the differences (whole −
 * sum of parts) before the person's words, readable in the audit log as it stands.
 */
export function withMismatches(reason: string, accepted: readonly AcceptedMismatch[]): string {
  if (accepted.length === 0) return reason;
  const list = accepted.map(({ kind, tier, difference }) => `${kind} ${tier} ${difference}`);
  return `[≠ ${list.join(", ")}] ${reason}`;
}

/** The two parts of a reason again; a reason without differences comes back as it is. */
export function readReason(text: string): { reason: string; accepted: AcceptedMismatch[] } {
  const found = MARK.exec(text);
  if (!found) return { reason: text, accepted: [] };
  const accepted = (found[1] ?? "").split(", ").flatMap((entry): AcceptedMismatch[] => {
    const parts = ENTRY.exec(entry);
    if (!parts) return [];
    const kind = parts[1] === "months" ? "months" : "members";
    return [{ kind, tier: parts[2] as Tier, difference: Number(parts[3]) }];
  });
  return { reason: found[2] ?? "", accepted };
}
