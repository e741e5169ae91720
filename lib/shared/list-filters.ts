import { isId } from "./list-params";

const VIEW = new Set(["sort", "page", "size", "hide"]);

/** Is anything asked for but sort, page and columns? */
export function isFiltered(params: Record<string, unknown>): boolean {
  return Object.entries(params).some(([name, value]) => value !== undefined && !VIEW.has(name));
}

/** Every id among the values of a list's parameters, to look up their names. */
export function idsIn(params: Record<string, unknown>): string[] {
  const texts = Object.values(params)
    .flat()
    .filter((value) => typeof value === "string");
  return [...new Set(texts.filter(isId))];
}
