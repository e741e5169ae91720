import type { Role } from "./roles";

// Every page of the product, for the accessibility matrix, the weights and `npm run bench`.
// tests/e2e/pages.spec.ts fails for a page.tsx that is not here.

/** A record made before the visit by tests/e2e/support/records.ts. */
export type MadeRecord =
  | "invitation"
  | "reset"
  | "upload"
  | "batch"
  | "customer"
  | "merge"
  | "sale";

/** How to get to a page: its address, a link on another page, or a record made for it. */
export type Way = string | { on: string; link: RegExp } | { made: MadeRecord };

export type Visit = {
  /** What it is called in test titles. */
  name: string;
  as: Role | "nobody";
  to: Way;
  /** The status that is right for it, default 200. */
  status?: number;
  /** Shows a chart: 315 kB of JavaScript instead of 200. */
  chart?: true;
};

export type ProductPage = {
  /** Folder of its page.tsx below app. */
  folder: string;
  visits: readonly Visit[];
};

const NOTHING = "?q=zzqqzz";
const ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

const one = (folder: string, as: Visit["as"], to: Way, more: Partial<Visit> = {}): ProductPage => ({
  folder,
  visits: [{ name: more.name ?? folder.replace(/^\([a-z]+\)\//, ""), as, to, ...more }],
});

/** A list as it is, and searched for something that nobody has. */
const list = (folder: string, as: Role, path: string): ProductPage => ({
  folder,
  visits: [
    { name: path, as, to: path },
    { name: `${path}, nothing found`, as, to: path + NOTHING },
  ],
});

/** The page of one record, reached by the first link to one on its list. */
const record = (folder: string, as: Role, path: string): ProductPage =>
  one(folder, as, { on: path, link: new RegExp(`^${path}/${ID}`) });

/** Pages that exist with and without data. */
export const PAGES: readonly ProductPage[] = [
  one("(auth)/sign-in", "nobody", "/sign-in"),
  one("(auth)/forgot-password", "nobody", "/forgot-password"),
  {
    folder: "(auth)/invitation/[token]",
    visits: [
      { name: "invitation", as: "nobody", to: { made: "invitation" } },
      { name: "invitation that has ended", as: "nobody", to: "/invitation/ended" },
    ],
  },
  {
    folder: "(auth)/reset/[token]",
    visits: [
      { name: "reset", as: "nobody", to: { made: "reset" } },
      { name: "reset that has ended", as: "nobody", to: "/reset/ended" },
    ],
  },
  {
    folder: "(app)/dashboard",
    visits: [
      { name: "dashboard of an admin", as: "admin", to: "/dashboard", chart: true },
      { name: "dashboard of a manager", as: "manager", to: "/dashboard", chart: true },
      { name: "dashboard of a rep", as: "rep", to: "/dashboard", chart: true },
      { name: "dashboard of 2001", as: "admin", to: "/dashboard?period=2001-Q1", chart: true },
    ],
  },
  one("(app)/analysis", "manager", "/analysis", { chart: true }),
  one("(app)/analysis/customers", "manager", "/analysis/customers", { chart: true }),
  one("(app)/analysis/effort", "manager", "/analysis/effort"),
  one("(app)/analysis/funnel", "manager", "/analysis/funnel"),
  one("(app)/analysis/trends", "admin", "/analysis/trends", { chart: true }),
  {
    folder: "(app)/analysis/compare",
    visits: [
      { name: "comparison of stores", as: "admin", to: "/analysis/compare?norm=head", chart: true },
      { name: "comparison of a rep", as: "rep", to: "/analysis/compare", chart: true },
    ],
  },
  {
    folder: "(app)/analysis/explore",
    visits: [
      {
        name: "explorer",
        as: "manager",
        to: "/analysis/explore?by=product&grain=month&span=year",
        chart: true,
      },
      { name: "explorer as a table", as: "rep", to: "/analysis/explore?by=product&show=table" },
    ],
  },
  {
    folder: "(app)/analysis/figure",
    visits: [
      {
        name: "working of a segment",
        as: "manager",
        to: { on: "/analysis/customers", link: /^\/analysis\/figure\?.*at=segment/ },
      },
      {
        name: "working of a member",
        as: "admin",
        to: { on: "/analysis/compare", link: /^\/analysis\/figure\?.*at=member/ },
      },
    ],
  },
  {
    folder: "(app)/analysis/gap",
    visits: [
      { name: "gap of an admin", as: "admin", to: "/analysis/gap", chart: true },
      { name: "gap of a rep", as: "rep", to: "/analysis/gap", chart: true },
      { name: "gap of 2001", as: "manager", to: "/analysis/gap?period=2001-Q1" },
    ],
  },
  {
    folder: "(app)/figures/[metric]",
    visits: [
      { name: "sum", as: "manager", to: { on: "/dashboard", link: /^\/figures\/revenue\?/ } },
      { name: "rate", as: "manager", to: { on: "/dashboard", link: /^\/figures\/win_rate\?/ } },
      { name: "mean", as: "rep", to: { on: "/dashboard", link: /^\/figures\/sales_cycle_won\?/ } },
      {
        name: "coverage",
        as: "manager",
        to: { on: "/dashboard", link: /^\/figures\/coverage_to_go\?/ },
      },
      { name: "growth", as: "admin", to: { on: "/dashboard", link: /^\/figures\/growth\?.*of=/ } },
    ],
  },
  {
    folder: "(app)/targets",
    visits: [
      { name: "targets to set", as: "manager", to: "/targets" },
      { name: "own targets", as: "rep", to: "/targets" },
      { name: "targets of a quarter without any", as: "admin", to: "/targets?period=2035-Q2" },
    ],
  },
  list("(app)/deals/(list)", "manager", "/deals"),
  record("(app)/deals/[id]", "rep", "/deals"),
  {
    folder: "(app)/activities/calendar",
    visits: [
      { name: "calendar of a month", as: "rep", to: "/activities/calendar" },
      { name: "calendar of a week", as: "manager", to: "/activities/calendar?view=week" },
      {
        name: "calendar of a day without anything",
        as: "rep",
        to: "/activities/calendar?view=day&date=2031-01-01",
      },
    ],
  },
  list("(app)/activities/(list)", "manager", "/activities"),
  record("(app)/activities/[id]", "rep", "/activities"),
  one("(app)/deals/new", "rep", "/deals/new"),
  one("(app)/deals/handovers", "rep", "/deals/handovers"),
  {
    folder: "(app)/my-day",
    visits: [
      { name: "day of a rep", as: "rep", to: "/my-day" },
      { name: "day of a manager", as: "manager", to: "/my-day" },
      {
        name: "day of somebody else",
        as: "rep",
        to: "/my-day?rep=5b1d0e0c-0000-4000-8000-000000000000",
        status: 404,
      },
    ],
  },
  one("(app)/deals/board", "manager", "/deals/board"),
  list("(app)/customers/(list)", "rep", "/customers"),
  record("(app)/customers/[id]", "manager", "/customers"),
  one("(app)/customers/[id]/edit", "admin", { made: "customer" }),
  one("(app)/customers/[id]/merge", "admin", { made: "merge" }),
  one("(app)/customers/new", "rep", "/customers/new"),
  one("(app)/customers/requests", "manager", "/customers/requests"),
  list("(app)/sales/(list)", "admin", "/sales"),
  record("(app)/sales/[id]", "admin", "/sales"),
  one("(app)/sales/[id]/edit", "admin", { made: "sale" }),
  one("(app)/sales/new", "rep", "/sales/new"),
  one("(app)/sales/days", "manager", "/sales/days?span=week"),
  one("f/[token]", "nobody", "/f/ended", { name: "form link that has ended" }),
  one("f/thanks", "nobody", "/f/thanks"),
  list("(app)/market/(list)", "rep", "/market"),
  record("(app)/market/[id]", "manager", "/market"),
  one("(app)/market/new", "rep", "/market/new"),
  one("(app)/market/timeline", "rep", "/market/timeline"),
  one("(app)/market/competitors/[id]", "manager", {
    on: "/market",
    link: new RegExp(`^/market/competitors/${ID}`),
  }),
  list("(app)/findings/(list)", "manager", "/findings"),
  {
    folder: "(app)/findings/[id]",
    visits: [
      {
        name: "finding",
        as: "manager",
        to: { on: "/findings", link: new RegExp(`^/findings/${ID}`) },
        chart: true,
      },
    ],
  },
  one("(app)/findings/new", "rep", "/findings/new"),
  list("(app)/feedback/(list)", "manager", "/feedback"),
  record("(app)/feedback/[id]", "rep", "/feedback"),
  one("(app)/feedback/new", "rep", "/feedback/new"),
  one("(app)/data", "admin", "/data"),
  one("(app)/data/uploads/[id]", "admin", { made: "upload" }),
  one("(app)/data/batches/[id]", "admin", { made: "batch" }),
  one("(app)/notifications", "rep", "/notifications"),
  one("(app)/profile", "rep", "/profile"),
  list("(app)/settings/users", "admin", "/settings/users"),
  record("(app)/settings/users/[id]", "admin", "/settings/users"),
  one("(app)/settings/organisation", "admin", "/settings/organisation"),
  one("(app)/settings/units", "admin", "/settings/units"),
  record("(app)/settings/units/[id]", "admin", "/settings/units"),
  list("(app)/settings/products", "admin", "/settings/products"),
  record("(app)/settings/products/[id]", "admin", "/settings/products"),
  one("(app)/settings/stages", "admin", "/settings/stages"),
  one("(app)/settings/segments", "admin", "/settings/segments"),
  one("(app)/settings/themes", "admin", "/settings/themes"),
  one("(app)/settings/calendar", "admin", "/settings/calendar"),
  one("(app)/settings/currencies", "admin", "/settings/currencies"),
  {
    folder: "(app)/settings/audit",
    visits: [
      { name: "audit log", as: "admin", to: "/settings/audit" },
      { name: "audit log of 2001", as: "admin", to: "/settings/audit?to=2001-12-31" },
    ],
  },
];

/** Pages that only lead on, and the page of an empty database (tests/e2e/pages-empty.spec.ts). */
export const ELSEWHERE: readonly string[] = ["", "(app)/settings", "(auth)/setup"];

/** What answers when there is nothing. */
const NOT_FOUND: readonly Visit[] = (
  [
    ["no such page", "/nowhere"],
    ["no such record", "/deals/5b1d0e0c-0000-4000-8000-000000000000"],
    ["page of admins", "/settings/users"],
  ] as const
).map(([name, to]) => ({ name, as: "rep", to, status: 404 }));

export const VISITS: readonly Visit[] = [...PAGES.flatMap(({ visits }) => visits), ...NOT_FOUND];
