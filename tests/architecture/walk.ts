import type { ESTree } from "rolldown/utils";

export type Node = ESTree.Node;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** Every node below and including `node`, outermost first, in the order of the text. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node)) {
    for (const each of Array.isArray(child) ? child : [child])
      if (isNode(each)) yield* nodesOf(each);
  }
}

/** `a.b` as ["a", "b"] for plain names; null for anything else. */
export function memberOf(node: Node): [string, string] | null {
  if (node.type !== "MemberExpression" || node.computed) return null;
  if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return null;
  return [node.object.name, node.property.name];
}
