import type { Source } from "./source";
import { type Node, nodesOf } from "./walk";

/** What the code says that may be, or be part of, a key of a message. */
export type Mentions = {
  /** Namespaces that are asked for; `*` stands for what is known only at run time. */
  namespaces: Set<string>;
  /** Plain texts: literals, names of properties, literal types. */
  words: Set<string>;
  /** Keys put together at run time, e.g. `kinds.*`, where any namespace may be meant. */
  loose: Set<string>;
  /** The same with the namespace their file asks for, e.g. `deals.kinds.*`. */
  full: Set<string>;
};

const ASKS = new Set(["useTranslations", "getTranslations", "createTranslator"]);

/** A text or template as a pattern; null where it is neither. */
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

function join(namespace: string, key: string): string {
  return namespace === "" ? key : `${namespace}.${key}`;
}

function namespacesIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return [];
    return ASKS.has(node.callee.name) ? [namespaceOf(node.arguments[0])] : [];
  });
}

/** What the code mentions; `names` are words from elsewhere. */
export function mentions(sources: readonly Source[], names: readonly string[] = []): Mentions {
  const words = new Set(names);
  const [namespaces, loose, full] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { program } of sources) {
    const nodes = nodesOf(program);
    const asked = namespacesIn(nodes);
    for (const namespace of asked) namespaces.add(namespace);
    for (const node of nodes) {
      const named =
        node.type === "Property" || node.type === "TSPropertySignature" ? node.key : null;
      if (named?.type === "Identifier") words.add(named.name);
      const pattern = patternOf(node);
      if (pattern === null) continue;
      if (!pattern.includes("*")) words.add(pattern);
      else if (!/^[\w.*]+$/.test(pattern)) continue;
      else if (asked.length > 0) for (const one of asked) full.add(join(one, pattern));
      else if (/\w/.test(pattern)) loose.add(pattern);
    }
  }
  return { namespaces, words, loose, full };
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replaceAll(".", "\\."));
  return new RegExp(`^${parts.join("([\\w.]+)")}$`);
}

/** A test of keys: true where a namespace asked for and a word or pattern of the code make one up. */
export function keyTest({ namespaces, words, loose, full }: Mentions): (key: string) => boolean {
  // What fills a pattern is itself written somewhere.
  const fits = (pattern: RegExp, text: string) =>
    pattern
      .exec(text)
      ?.slice(1)
      .every((part) => words.has(part)) ?? false;
  const wholes = [...full].map(matcher);
  const rests = [...loose].map(matcher);
  const starts = [...namespaces].map((name) => ({
    known: name.includes("*") ? null : join(name, ""),
    pattern: matcher(join(name, "*")),
  }));
  return (key) =>
    wholes.some((pattern) => fits(pattern, key)) ||
    starts.some(({ known, pattern }) => {
      if (known === null) return fits(pattern, key);
      if (!key.startsWith(known)) return false;
      const rest = key.slice(known.length);
      return words.has(rest) || rests.some((one) => fits(one, rest));
    });
}
