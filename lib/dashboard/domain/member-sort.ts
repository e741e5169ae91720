import type { MemberView } from "./dashboard-view";

const COLUMNS = ["name", "actual", "gap", "attainment", "won", "winRate"] as const;
type MemberColumn = (typeof COLUMNS)[number];

export type MemberSort = { by: MemberColumn; descending: boolean };

/** `column` or `-column`; anything else is the rank: by attainment where there are targets, else by revenue. */
export function parseMemberSort(text: string | undefined, hasTargets: boolean): MemberSort {
  const descending = text?.startsWith("-") ?? false;
  const by = COLUMNS.find((column) => column === text?.replace(/^-/, ""));
  if (by) return { by, descending };
  return { by: hasTargets ? "attainment" : "actual", descending: true };
}

function valueIn({ standing, wonDeals, winRate }: MemberView, by: Exclude<MemberColumn, "name">) {
  switch (by) {
    case "actual":
      return standing.actual;
    case "gap":
      return standing.gap;
    case "attainment":
      return standing.attainment;
    case "won":
      return wonDeals;
    case "winRate":
      return winRate;
  }
}

/** Members in order; those without the figure or without a name (sales of no rep) come last either way. */
export function sortMembers(
  members: readonly MemberView[],
  { by, descending }: MemberSort,
  locale: string,
): MemberView[] {
  const sign = descending ? -1 : 1;
  const nameOf = ({ name }: MemberView) =>
    (locale === "en" ? (name?.nameEn ?? name?.name) : name?.name) ?? null;
  const shownOf = (member: MemberView) => (by === "name" ? nameOf(member) : valueIn(member, by));
  return members.toSorted((a, b) => {
    const [x, y] = [shownOf(a), shownOf(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const order = typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), locale);
    return sign * order;
  });
}
