import { AREAS, VIEWS } from "./areas";

/** A kind of place a file can be in. What each may import is in `import-rules.ts`. */
export type Layer =
  | "route"
  | "generic"
  | "view"
  | "domain"
  | "schema"
  | "data"
  | "sql"
  | "queries"
  | "actions"
  | "shared"
  | "platform"
  | "database"
  | "connection"
  | "client"
  | "locale"
  | "messages"
  | "example"
  | "seed"
  | "script"
  | "test"
  | "root"
  | "asset";

/** `area` is that of a file in `lib/<area>` or `components/<area>`. */
export type Place = { layer: Layer; area: string | null };

const NAME = "[a-z0-9]+(?:-[a-z0-9]+)*";
/** Group, parameter, catch-all or plain folder of a route. */
const SEGMENT = `(?:\\(${NAME}\\)|\\[(?:\\.\\.\\.)?[a-zA-Z]+\\]|${NAME})`;
const ROUTE_FILE =
  "(?:page|layout|template|loading|error|not-found|default)\\.tsx|route\\.ts|(?:icon|apple-icon|opengraph-image)\\.(?:svg|png|tsx)";
const AREA = `(?<area>${AREAS.join("|")})`;
const VIEW = `(?<area>${VIEWS.join("|")})`;
const ROOT_CODE =
  "(?:next|playwright|vitest|prisma|postcss)\\.config\\.(?:ts|mjs)|proxy\\.ts|instrumentation\\.ts";
const ROOT_FILE =
  "README\\.md|LICENSE|\\.env\\.example|\\.gitignore|\\.gitattributes|\\.npmrc|biome\\.json|package\\.json|package-lock\\.json|tsconfig\\.json|Dockerfile|\\.dockerignore|compose\\.yaml";

/** Everything there may be in the project; what fits nothing here does not belong. */
const LAYOUT: [Layer, string][] = [
  ["route", `app/(?:${SEGMENT}/)*(?:${ROUTE_FILE})`],
  ["route", "app/(?:global-error\\.tsx|(?:manifest|robots|sitemap)\\.ts)"],
  ["asset", "app/globals\\.css"],
  ["generic", `components/(?:ui|charts|tables|forms|layout)/${NAME}\\.tsx?`],
  ["view", `components/${VIEW}/${NAME}\\.tsx?`],
  ["domain", `lib/${AREA}/domain/${NAME}\\.ts`],
  ["schema", `lib/${AREA}/schema\\.ts`],
  ["data", `lib/${AREA}/data(?:/${NAME})?\\.ts`],
  ["sql", `lib/${AREA}/sql/${NAME}\\.ts`],
  ["queries", `lib/${AREA}/queries(?:/${NAME})?\\.ts`],
  ["actions", `lib/${AREA}/actions(?:/${NAME})?\\.ts`],
  ["shared", `lib/shared/${NAME}\\.ts`],
  ["messages", "lib/platform/i18n/messages/(?:zh-CN|en)\\.json"],
  ["locale", `lib/platform/i18n/${NAME}(?:\\.d)?\\.ts`],
  ["client", "lib/platform/db/generated/.+\\.ts"],
  ["connection", `lib/platform/db/(?:client|migrate|embedded(?:-${NAME})?)\\.ts`],
  ["database", `lib/platform/db/${NAME}\\.ts`],
  ["platform", `lib/platform/(?:(?:auth|export|jobs|mail)/)?${NAME}\\.ts`],
  ["asset", "prisma/schema\\.prisma"],
  ["asset", `prisma/models/(?:${AREAS.join("|")})\\.prisma`],
  ["asset", "prisma/migrations/(?:\\d{14}_[a-z0-9_]+/migration\\.sql|migration_lock\\.toml)"],
  ["seed", `prisma/seed/${NAME}\\.ts`],
  ["script", `scripts/(?:steps/)?${NAME}\\.(?:ts|mjs)`],
  ["test", `tests/(?:unit|integration)/${NAME}/${NAME}(?:\\.(?:test|mapping))?\\.tsx?`],
  [
    "test",
    `tests/(?:architecture|bench|e2e(?:/support)?|setup)/${NAME}(?:\\.(?:test|spec|bench|setup|d))?\\.ts`,
  ],
  ["example", `docs/examples/${NAME}(?:\\.mapping)?\\.json`],
  ["asset", `docs/(?:decisions/)?${NAME}\\.md`],
  ["asset", `docs/(?:images/)?${NAME}\\.(?:png|svg)`],
  ["asset", `public/(?:${NAME}/)*${NAME}\\.(?:svg|png|ico|webmanifest)`],
  ["asset", "\\.ci/run"],
  ["root", ROOT_CODE],
  ["asset", ROOT_FILE],
];

const PATTERNS = LAYOUT.map(([layer, pattern]) => ({ layer, pattern: new RegExp(`^${pattern}$`) }));

/** Names that say nothing of what is inside, and files that only pass other files on. */
const VAGUE = /^(?:index|utils?|helpers?|commons?|managers?|misc|stuff)\.[a-z]+$/;

/** Where a file belongs; null where there is no such place. */
export function placeOf(path: string): Place | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (VAGUE.test(name)) return null;
  for (const { layer, pattern } of PATTERNS) {
    const match = pattern.exec(path);
    if (match) return { layer, area: match.groups?.area ?? null };
  }
  return null;
}
