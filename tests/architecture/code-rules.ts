import { placeOf } from "./layout";
import { lineAt, type Source } from "./source";
import { memberOf, type Node, nodesOf } from "./walk";

type Found = { node: { start: number }; what: string };

function report({ path, text }: Source, found: readonly Found[]): string[] {
  return found.map(({ node, what }) => `${path}:${lineAt(text, node.start)} ${what}`);
}

function select(source: Source, what: (node: Node) => string | null): string[] {
  const found: Found[] = [];
  for (const node of nodesOf(source.program)) {
    const name = what(node);
    if (name !== null) found.push({ node, what: name });
  }
  return report(source, found);
}

const CLOCK = new Set(["Date.now", "Math.random", "performance.now", "crypto.randomUUID"]);
const PURE = new Set(["domain", "schema", "shared"]);

/** Clock, chance and environment where only inputs count: they are passed in. */
export function impurities(source: Source): string[] {
  if (!PURE.has(placeOf(source.path)?.layer ?? "")) return [];
  return select(source, (node) => {
    const member = memberOf(node)?.join(".");
    if (member && CLOCK.has(member)) return member;
    if (node.type === "Identifier" && node.name === "process") return "process";
    const made = node.type === "NewExpression" || node.type === "CallExpression" ? node : null;
    if (made?.callee.type !== "Identifier" || made.callee.name !== "Date") return null;
    return made.type === "CallExpression" || made.arguments.length === 0 ? "new Date()" : null;
  });
}

const READ_ENVIRONMENT = new Set(["script", "test", "root"]);

/** Configuration read elsewhere than in the one checked module. */
export function environmentReads(source: Source): string[] {
  const mayRead = READ_ENVIRONMENT.has(placeOf(source.path)?.layer ?? "");
  if (mayRead || source.path === "lib/platform/env.ts") return [];
  return select(source, (node) => (memberOf(node)?.join(".") === "process.env" ? "env" : null));
}

const UNFINISHED = /\b(?:TODO|FIXME|XXX|HACK)\b|@ts-(?:ignore|nocheck|expect-error)/;

/** What says that the code is not finished, or silences the compiler. */
export function loopholes(source: Source): string[] {
  const comments = source.comments.flatMap((node) => {
    const what = UNFINISHED.exec(node.value)?.[0];
    return what ? [{ node, what }] : [];
  });
  const types = select(source, (node) => (node.type === "TSAnyKeyword" ? "any" : null));
  return [...report(source, comments), ...types];
}

const RUNNERS = new Set(["it", "test", "describe", "suite", "bench"]);
const SILENT = new Set(["only", "skip", "todo", "fixme", "fails"]);
const CONDITIONAL = new Set(["skipIf", "runIf"]);

/** Tests that do not run; only those on public data beside the project may depend on a condition. */
export function silentTests(source: Source): string[] {
  if (placeOf(source.path)?.layer !== "test") return [];
  const onSharedData = source.imports.some(({ path }) => path === "tests/setup/shared-data.ts");
  return select(source, (node) => {
    const [object = "", property = ""] = memberOf(node) ?? [];
    const silent = SILENT.has(property) || (CONDITIONAL.has(property) && !onSharedData);
    return RUNNERS.has(object) && silent ? `${object}.${property}` : null;
  });
}

/** SQL put together from text instead of parameters. */
export function unsafeSql(source: Source): string[] {
  const layer = placeOf(source.path)?.layer;
  if (layer === "test" || layer === "script") return [];
  return select(source, (node) => {
    if (node.type !== "MemberExpression" || node.property.type !== "Identifier") return null;
    return /^\$(?:query|execute)RawUnsafe$/.test(node.property.name) ? node.property.name : null;
  });
}

/** Tables read or written above `data` and `sql`; there a transaction is only handed on. */
export function tablesTouched(source: Source): string[] {
  const layer = placeOf(source.path)?.layer;
  if (layer !== "queries" && layer !== "actions") return [];
  return select(source, (node) => {
    const [object, property] = memberOf(node) ?? [];
    return object === "tx" ? `tx.${property}` : null;
  });
}
