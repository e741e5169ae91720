import type { Source } from "./source";
import { type Node, nodesOf } from "./walk";

/** What the code says that may be, or be part of, a key of a message. */
export type Mentions = {
  /** Namespaces that are asked for; `*` stands for what is known only at run time. */
  namespaces: Set<string>;
  /** Plain texts: literals, names of properties, literal types. */
  words: Set<string>;
  /** Keys put together at run time, e.g. `kinds.*`. */
  patterns: Set<string>;
};

const ASKS = new Set(["useTranslations", "getTranslations", "createTranslator"]);

/** A text or template as a pattern; null where nothing of it is known. */
function patternOf(node: Node | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type !== "TemplateLiteral") return null;
  return node.quasis.map(({ value }) => value.cooked ?? "").join("*");
}

function namespaceOf(node: Node | undefined): string {
  if (node?.type !== "ObjectExpression") return patternOf(node) ?? "";
  for (const property of node.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    if (property.key.name === "namespace") return patternOf(property.value) ?? "";
  }
  return "";
}

/** What the code mentions; `names` are words from elsewhere. */
export function mentions(sources: readonly Source[], names: readonly string[] = []): Mentions {
  const all: Mentions = { namespaces: new Set(), words: new Set(names), patterns: new Set() };
  for (const { program } of sources) {
    for (const node of nodesOf(program)) {
      if (node.type === "CallExpression" && node.callee.type === "Identifier") {
        if (ASKS.has(node.callee.name)) all.namespaces.add(namespaceOf(node.arguments[0]));
      }
      const named =
        node.type === "Property" || node.type === "TSPropertySignature" ? node.key : null;
      if (named?.type === "Identifier") all.words.add(named.name);
      const pattern = patternOf(node);
      if (pattern === null) continue;
      if (!pattern.includes("*")) all.words.add(pattern);
      else if (/^[\w.*]+$/.test(pattern) && /\w/.test(pattern)) all.patterns.add(pattern);
    }
  }
  return all;
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${parts.join("([\\w.]+)")}$`);
}

/** A test of keys: true where a namespace asked for and a word or pattern of the code make one up. */
export function keyTest({ namespaces, words, patterns }: Mentions): (key: string) => boolean {
  const keys = [...patterns].map(matcher);
  const starts = [...namespaces].map((name) =>
    name === "" ? /^/ : new RegExp(`${matcher(name).source.slice(0, -1)}\\.`),
  );
  // What fills a pattern is itself written somewhere.
  const isFilled = (rest: string) =>
    keys.some((pattern) => {
      const parts = pattern.exec(rest)?.slice(1);
      return parts?.every((part) => words.has(part)) ?? false;
    });
  return (key) =>
    starts.some((start) => {
      const rest = start.test(key) ? key.replace(start, "") : null;
      return rest !== null && (words.has(rest) || isFilled(rest));
    });
}
