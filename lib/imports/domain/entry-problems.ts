import { fieldsOfKind, type ImportKind } from "./import-kinds";
import type { MappingEntry } from "./mapping";

/** Something wrong with an entry, and where in it. */
export type Problem = { path: string[]; message: string };

/** What zod cannot say: fields the kind does not have, fields it needs, values it does not allow. */
export function entryProblems(
  given: Pick<MappingEntry, "kind" | "fields" | "bookSales">,
): Problem[] {
  const known = fieldsOfKind[given.kind];
  const problems: Problem[] = [];
  for (const name of Object.keys(given.fields)) {
    if (!(name in known)) problems.push(unknownField(given.kind, name));
  }
  for (const [name, definition] of Object.entries(known)) {
    if (definition.required && !(name in given.fields))
      problems.push({ path: ["fields"], message: `${given.kind} need the field "${name}"` });
    const fixed = given.fields[name]?.const;
    if (definition.type === "choice" && fixed !== undefined && !definition.choices.includes(fixed))
      problems.push({
        path: ["fields", name, "const"],
        message: `must be one of ${definition.choices.join(", ")}`,
      });
  }
  if (given.bookSales && given.kind !== "deals")
    problems.push({ path: ["bookSales"], message: "is for deals only" });
  for (const needed of given.bookSales && given.kind === "deals" ? ["closedOn", "bookedValue"] : [])
    if (!(needed in given.fields))
      problems.push({ path: ["bookSales"], message: `needs the field "${needed}"` });
  return problems;
}

function unknownField(kind: ImportKind, name: string): Problem {
  const fields = Object.keys(fieldsOfKind[kind]).join(", ");
  return { path: ["fields", name], message: `is no field of ${kind}; those are ${fields}` };
}
