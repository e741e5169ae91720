import { placeOf } from "./layout";
import type { Source } from "./source";
import { type Node, nodesOf } from "./walk";

const CLIENT = "lib/platform/action-client.ts";

/** The variable a chain such as `action.use(…).inputSchema(…)` starts from, and its last call. */
function chain(node: Node): { root: string; last: string } | null {
  let last: string | null = null;
  let at: Node = node;
  while (at.type === "CallExpression" && at.callee.type === "MemberExpression") {
    if (at.callee.property.type !== "Identifier") return null;
    last ??= at.callee.property.name;
    at = at.callee.object;
  }
  return at.type === "Identifier" && last !== null ? { root: at.name, last } : null;
}

type Declared = { name: string; init: Node | null; exported: boolean };

function declarations({ program }: Source): Declared[] {
  return program.body.flatMap((statement) => {
    const exported = statement.type === "ExportNamedDeclaration";
    const node = exported ? statement.declaration : statement;
    if (node?.type !== "VariableDeclaration") return [];
    return node.declarations.map(({ id, init }) => ({
      name: id.type === "Identifier" ? id.name : "",
      init,
      exported,
    }));
  });
}

/** Variables that are the action client, or made from it. */
function clients(source: Source, declared: readonly Declared[]): Set<string> {
  const names = new Set<string>();
  for (const node of source.program.body) {
    if (node.type !== "ImportDeclaration" || node.source.value !== "@/lib/platform/action-client")
      continue;
    for (const { local } of node.specifiers) names.add(local.name);
  }
  for (const { name, init } of declared) {
    const from = init && chain(init);
    if (from && names.has(from.root) && from.last !== "action") names.add(name);
  }
  return names;
}

function isServerDirective(node: Node): boolean {
  return node.type === "ExpressionStatement" && node.directive === "use server";
}

/** Where a file of server actions, or a server action outside one, breaks the one pattern there is. */
export function actionProblems(source: Source): string[] {
  const { path, program, directives } = source;
  if (placeOf(path)?.layer !== "actions") {
    const stray = nodesOf(program).some(isServerDirective);
    return stray ? [`${path} has a server action outside lib/*/actions`] : [];
  }
  if (directives[0] !== "use server") return [`${path} does not begin with "use server"`];
  const declared = declarations(source);
  const known = clients(source, declared);
  const isAction = ({ init }: Declared) => {
    const made = init && chain(init);
    return made !== null && made !== undefined && made.last === "action" && known.has(made.root);
  };
  const wrong = declared
    .filter((each) => each.exported && !isAction(each))
    .map(({ name }) => `${path} exports ${name}, which is not made by ${CLIENT}`);
  const others = program.body
    .filter((node) => node.type.startsWith("Export"))
    .filter((node) => {
      if (node.type !== "ExportNamedDeclaration") return true;
      return node.exportKind !== "type" && node.declaration?.type !== "VariableDeclaration";
    })
    .map(() => `${path} exports something else than an action`);
  return [...wrong, ...others];
}
