import { areasOf, type Standing, standing } from "./areas";
import type { Layer, Place } from "./layout";

/** What each layer may import of its own area. `queries` and `actions` are the top. */
const WITHIN: Partial<Record<Layer, readonly Layer[]>> = {
  domain: ["domain"],
  schema: ["domain", "schema"],
  sql: ["domain", "schema", "sql"],
  data: ["domain", "schema", "sql", "data"],
  queries: ["domain", "schema", "sql", "data", "queries"],
  actions: ["domain", "schema", "sql", "data", "actions"],
  view: ["view", "domain", "schema", "actions"],
};

/** What an area shows to the areas above it, and to its peers. */
const SHOWN: Record<Exclude<Standing, "same">, readonly Layer[]> = {
  lower: ["domain", "schema", "sql", "data", "view"],
  peer: ["domain", "schema"],
  higher: [],
};

/** What each layer may import besides areas. */
const BESIDE: Record<Layer, readonly Layer[]> = {
  route: ["asset", "generic", "platform", "locale", "shared"],
  generic: ["generic", "shared"],
  view: ["generic", "locale", "shared"],
  domain: ["shared"],
  schema: ["shared"],
  sql: ["platform", "database", "client", "shared"],
  data: ["platform", "database", "client", "shared", "example"],
  queries: ["platform", "locale", "database", "shared"],
  actions: ["platform", "locale", "database", "shared"],
  shared: ["shared"],
  platform: ["platform", "locale", "database", "client", "shared"],
  database: ["platform", "database", "connection", "client", "shared"],
  connection: ["platform", "connection", "client", "shared"],
  locale: ["locale", "messages", "shared"],
  client: ["client"],
  messages: [],
  example: [],
  seed: ["seed", "platform", "database", "client", "shared"],
  script: [
    "script",
    "seed",
    "platform",
    "locale",
    "database",
    "connection",
    "client",
    "shared",
    "example",
  ],
  test: [
    "test",
    "route",
    "generic",
    "script",
    "seed",
    "platform",
    "locale",
    "messages",
    "database",
    "connection",
    "client",
    "shared",
    "example",
    "root",
  ],
  root: ["root", "platform", "database", "script", "test"],
  asset: [],
};

/** Layers outside the areas that may import from any area, and which of its layers. */
const OVER: Partial<Record<Layer, readonly Layer[]>> = {
  route: ["view", "domain", "schema", "queries", "actions"],
  seed: ["domain", "schema", "data"],
  script: ["domain", "schema", "data", "queries"],
  test: ["view", "domain", "schema", "sql", "data", "queries", "actions"],
};

/** Packages each layer may import; one ending in `/` stands for all below it. Default: none. */
const PACKAGES: Record<Layer, readonly string[] | "any"> = {
  route: [
    "react",
    "next",
    "next/",
    "next-intl",
    "next-intl/",
    "next-auth",
    "lucide-react",
    "zod",
    "nuqs/adapters/",
    "@fontsource-variable/",
  ],
  generic: [
    "react",
    "react-dom",
    "next/",
    "next-intl",
    "next-intl/",
    "lucide-react",
    "@base-ui/react/",
    "@tanstack/react-table",
    "recharts",
    "nuqs",
    "nuqs/",
    "next-safe-action",
    "next-safe-action/",
  ],
  view: [
    "react",
    "react-dom",
    "next/",
    "next-intl",
    "next-intl/",
    "lucide-react",
    "next-auth/react",
    "nuqs",
    "nuqs/",
  ],
  domain: [],
  schema: ["zod"],
  sql: ["server-only", "zod"],
  data: ["server-only", "zod", "node:", "csv-parse", "iconv-lite"],
  queries: ["server-only", "zod", "react", "next-intl/server", "node:"],
  actions: ["server-only", "zod", "next/", "next-intl/server"],
  shared: ["zod"],
  platform: "any",
  database: "any",
  connection: "any",
  client: "any",
  locale: ["next/", "next-intl", "next-intl/server", "server-only", "react"],
  messages: [],
  example: [],
  seed: ["zod", "node:"],
  script: "any",
  test: "any",
  root: "any",
  asset: [],
};

function toArea(from: Place, to: Place & { area: string }): boolean {
  if (from.area === null) return OVER[from.layer]?.includes(to.layer) ?? false;
  const within = WITHIN[from.layer] ?? [];
  if (from.layer === "view" && to.layer === "view" && from.area === to.area) return true;
  const targets = to.layer === "view" ? areasOf(to.area) : [to.area];
  const owners = from.layer === "view" ? areasOf(from.area) : [from.area];
  return targets.every((target) =>
    owners.some((owner) => {
      const how = standing(owner, target);
      if (how === "same") return within.includes(to.layer);
      // A layer sees of another area what it sees of its own, and no more than that area shows.
      return SHOWN[how].includes(to.layer) && within.includes(to.layer);
    }),
  );
}

/** Default deny: true where the tables above say so. */
export function mayImport(from: Place, to: Place): boolean {
  if (to.area !== null) return toArea(from, { layer: to.layer, area: to.area });
  return BESIDE[from.layer].includes(to.layer);
}

export function mayUsePackage(from: Place, specifier: string): boolean {
  const allowed = PACKAGES[from.layer];
  if (allowed === "any") return true;
  return allowed.some((name) => {
    if (name === specifier) return true;
    return (name.endsWith("/") || name.endsWith(":")) && specifier.startsWith(name);
  });
}
