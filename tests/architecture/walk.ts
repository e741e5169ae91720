import type { ESTree } from "rolldown/utils";

export type Node = ESTree.Node;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** Every node below and including `node`, outermost first, in the order of the text. */
export function nodesOf(node: Node): Node[] {
  const nodes: Node[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    nodes.push(next);
    waiting.push(...Object.values(next).flat().filter(isNode).reverse());
  }
  return nodes;
}

/** `a.b` as ["a", "b"] for plain names; null for anything else. */
export function memberOf(node: Node): [string, string] | null {
  if (node.type !== "MemberExpression" || node.computed) return null;
  if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return null;
  return [node.object.name, node.property.name];
}
