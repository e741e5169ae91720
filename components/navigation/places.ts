import {
  Building2,
  CalendarDays,
  ChartNoAxesCombined,
  Database,
  Gauge,
  Handshake,
  Lightbulb,
  type LucideIcon,
  MessageSquareText,
  Newspaper,
  ReceiptText,
  Settings,
  Sun,
  Target,
} from "lucide-react";

/** A page of the navigation; `name` is its key under `navigation.places`. */
export type Place = {
  name:
    | "myDay"
    | "dashboard"
    | "analysis"
    | "targets"
    | "deals"
    | "activities"
    | "customers"
    | "sales"
    | "feedback"
    | "market"
    | "findings"
    | "data"
    | "settings";
  href: string;
  /** Leads there after `g`. */
  key?: string;
  icon: LucideIcon;
  adminOnly?: true;
};

/** A group of the sidebar; `name` is its key under `navigation.groups`. */
export type PlaceGroup = {
  name: "perform" | "sell" | "voice" | "manage";
  places: readonly Place[];
};

export const PLACES: readonly PlaceGroup[] = [
  {
    name: "perform",
    places: [
      { name: "myDay", key: "m", href: "/my-day", icon: Sun },
      { name: "dashboard", key: "d", href: "/dashboard", icon: Gauge },
      { name: "analysis", key: "y", href: "/analysis", icon: ChartNoAxesCombined },
      { name: "targets", key: "t", href: "/targets", icon: Target },
      { name: "findings", key: "e", href: "/findings", icon: Lightbulb },
    ],
  },
  {
    name: "sell",
    places: [
      { name: "deals", key: "o", href: "/deals", icon: Handshake },
      { name: "activities", key: "a", href: "/activities/calendar", icon: CalendarDays },
      { name: "customers", key: "c", href: "/customers", icon: Building2 },
      { name: "sales", key: "s", href: "/sales", icon: ReceiptText },
    ],
  },
  {
    name: "voice",
    places: [
      { name: "feedback", key: "f", href: "/feedback", icon: MessageSquareText },
      { name: "market", key: "k", href: "/market", icon: Newspaper },
    ],
  },
  {
    name: "manage",
    places: [
      { name: "data", key: "i", href: "/data", icon: Database, adminOnly: true },
      { name: "settings", key: "x", href: "/settings", icon: Settings, adminOnly: true },
    ],
  },
];

/** The groups a person has pages in. */
export function placesFor(role: string): PlaceGroup[] {
  return PLACES.map(({ name, places }) => ({
    name,
    places: places.filter((place) => role === "admin" || !place.adminOnly),
  })).filter(({ places }) => places.length > 0);
}

/** What can be begun from anywhere; `name` is its key under `navigation.commands`. */
export const COMMANDS = [
  { name: "newDeal", href: "/deals/new" },
  { name: "newCustomer", href: "/customers/new" },
  { name: "newFeedback", href: "/feedback/new" },
  { name: "quickLog", press: "n" },
  { name: "notifications", href: "/notifications" },
  { name: "profile", href: "/profile" },
  { name: "shortcuts", press: "?" },
] as const;

/** Where a person starts. */
export function homeOf(role: string): string {
  return role === "rep" ? "/my-day" : "/dashboard";
}

/** Within the thumb's reach on a phone. */
export function phonePlaces(role: string): readonly Place["name"][] {
  return role === "rep"
    ? ["myDay", "deals", "activities", "customers"]
    : ["dashboard", "deals", "customers", "sales"];
}
