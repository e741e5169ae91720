const KEPT = "closeloop:recent";
const MOST = 6;
const RECORD = /^\/([a-z]+)\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
/** First part of the address of each kind of record that is worth coming back to. */
const KINDS: Record<string, string> = {
  deals: "deal",
  customers: "customer",
  activities: "activity",
  feedback: "feedback",
  market: "market_note",
};

/** Records visited lately in this browser, `kind:id`, the latest first. No names: those are asked for. */
export function recentVisits(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers the record whose page this address is. */
export function noteVisit(path: string): void {
  const [, area = "", id] = RECORD.exec(path) ?? [];
  const kind = Object.hasOwn(KINDS, area) ? KINDS[area] : undefined;
  if (!kind) return;
  const visit = `${kind}:${id}`;
  const others = recentVisits().filter((one) => one !== visit);
  localStorage.setItem(KEPT, JSON.stringify([visit, ...others].slice(0, MOST)));
}
