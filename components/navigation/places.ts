import {
  Building2,
  CalendarDays,
  Database,
  Gauge,
  Handshake,
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
    | "targets"
    | "deals"
    | "activities"
    | "customers"
    | "sales"
    | "feedback"
    | "market"
    | "data"
    | "settings";
  href: string;
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
      { name: "myDay", href: "/my-day", icon: Sun },
      { name: "dashboard", href: "/dashboard", icon: Gauge },
      { name: "targets", href: "/targets", icon: Target },
    ],
  },
  {
    name: "sell",
    places: [
      { name: "deals", href: "/deals", icon: Handshake },
      { name: "activities", href: "/activities/calendar", icon: CalendarDays },
      { name: "customers", href: "/customers", icon: Building2 },
      { name: "sales", href: "/sales", icon: ReceiptText },
    ],
  },
  {
    name: "voice",
    places: [
      { name: "feedback", href: "/feedback", icon: MessageSquareText },
      { name: "market", href: "/market", icon: Newspaper },
    ],
  },
  {
    name: "manage",
    places: [
      { name: "data", href: "/data", icon: Database, adminOnly: true },
      { name: "settings", href: "/settings", icon: Settings, adminOnly: true },
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
