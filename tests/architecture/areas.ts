/**
 * The areas of the product in their order: an area sees the areas of the lines above its own. Areas
 * of one line are peers: they know each other's words (domain and schema), not each other's tables.
 */
const ORDER = [
  ["people"],
  ["settings"],
  ["undo"],
  ["discussion"],
  ["attachments"],
  ["lists"],
  [
    "catalog",
    "customers",
    "deals",
    "sales",
    "activities",
    "feedback",
    "market",
    "scorecards",
    "meetings",
  ],
  ["metrics", "pipeline", "timeline"],
  ["targets"],
  ["figures"],
  ["dashboard", "data-quality", "imports", "setup"],
  ["analysis"],
  ["findings"],
  ["forecasts"],
  ["cycles"],
  ["reports"],
  ["my-day", "views"],
] as const;

/** Screens that belong to several areas, and the areas they serve. */
const SCREENS: Record<string, readonly string[]> = {
  auth: ["people", "setup"],
  navigation: ["people"],
  "quick-log": ["activities", "market"],
};

export const AREAS: readonly string[] = ORDER.flat();

/** Folders of `components` that show an area. */
export const VIEWS: readonly string[] = [...AREAS, ...Object.keys(SCREENS)];

/** Areas whose schema and actions a folder of `components` may use. */
export function areasOf(view: string): readonly string[] {
  return SCREENS[view] ?? [view];
}

function line(area: string): number {
  return ORDER.findIndex((areas) => areas.some((one) => one === area));
}

export type Standing = "same" | "lower" | "peer" | "higher";

/** How `other` stands to `area`: `lower` areas are its foundation. */
export function standing(area: string, other: string): Standing {
  if (area === other) return "same";
  const difference = line(other) - line(area);
  if (difference === 0) return "peer";
  return difference < 0 ? "lower" : "higher";
}
