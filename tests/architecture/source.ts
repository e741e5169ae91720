import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { type ESTree, type ParseResult, parseSync } from "rolldown/utils";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What is made by tools, and never committed. */
const MADE =
  /^(?:node_modules|\.git|\.next|\.data|test-results|playwright-report|coverage|\.env(?:\.local)?|next-env\.d\.ts|.*\.tsbuildinfo)$|^lib\/platform\/db\/generated$/;

/** Every file of the project, as paths with `/` from its root. */
export function projectFiles(folder = ""): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (MADE.test(path)) return [];
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
}

export type Import = { specifier: string; path: string | null; typeOnly: boolean; line: number };

/** A parsed file. `path` of an import is the project file it leads to, null for a package. */
export type Source = {
  path: string;
  text: string;
  program: ESTree.Program;
  comments: ParseResult["comments"];
  directives: string[];
  imports: Import[];
};

const ENDINGS = ["", ".ts", ".tsx"];

function isFile(path: string): boolean {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

function resolve(from: string, specifier: string): string | null {
  const aliased = specifier.startsWith("@/");
  if (!aliased && !specifier.startsWith(".")) return null;
  const target = aliased ? specifier.slice(2) : posix.join(dirname(from), specifier);
  const found = ENDINGS.map((ending) => target + ending).find(isFile);
  // The database client is generated: it need not be there yet.
  return found ?? `${target}.ts`;
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Parses one file of TypeScript or JavaScript. @throws Error where it does not parse */
export function parse(path: string, text = readFileSync(join(ROOT, path), "utf8")): Source {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: { specifier: string; typeOnly: boolean; start: number }[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ specifier: moduleRequest.value, typeOnly, start });
  }
  for (const { entries, start } of module.staticExports) {
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType, start });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^["'](.*)["']$/.exec(written)?.[1];
    if (literal) found.push({ specifier: literal, typeOnly: false, start: moduleRequest.start });
  }
  return {
    path,
    text,
    program,
    comments,
    directives: program.body.flatMap((node) =>
      node.type === "ExpressionStatement" && node.directive ? [node.directive] : [],
    ),
    imports: found.map(({ specifier, typeOnly, start }) => ({
      specifier,
      typeOnly,
      path: resolve(path, specifier),
      line: lineAt(text, start),
    })),
  };
}

/** All code of the project, parsed. */
export function projectSources(files = projectFiles()): Source[] {
  return files.filter((path) => /\.(?:tsx?|mjs)$/.test(path)).map((path) => parse(path));
}
