import { createSafeActionClient } from "next-safe-action";
import type { z } from "zod";

// Import this before any action: it keeps the schema of each as it is made.

type Client = Record<"inputSchema" | "action", (...args: unknown[]) => object>;

const schemas = new WeakMap<object, z.ZodType>();
const client: Client = Object.getPrototypeOf(createSafeActionClient());
const { inputSchema, action } = client;
client.inputSchema = function (this: Client, ...args) {
  const next = inputSchema.apply(this, args);
  schemas.set(next, args[0] as z.ZodType);
  return next;
};
client.action = function (this: Client, ...args) {
  const made = action.apply(this, args);
  const schema = schemas.get(this);
  if (schema) schemas.set(made, schema);
  return made;
};

/** The schema of an action's input; undefined for one that takes nothing. */
export const schemaOf = (made: object): z.ZodType | undefined => schemas.get(made);

/** What stands for an id in a sample. */
export const SOME_ID = "11111111-1111-4111-8111-111111111111";

/** Texts that forms ask for; a field takes the first it accepts. */
const TEXTS = [
  ...[
    "Text",
    "+86 10 5555 5555",
    "2026-03-02",
    SOME_ID,
    "2026-Q1",
    "USD",
    "UTC",
    "10:30",
    "someone@example.com",
  ],
  ...["https://example.com", "correct horse battery staple", "x".repeat(43), ""],
];
const NUMBERS = [1, 0, 0.5, 5, 2026];

type Def = {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  entries?: Record<string, unknown>;
  values?: unknown[];
  options?: z.ZodType[];
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
};

/** A literal that becomes something else, as "" becomes null. */
const isEmptied = ({ def }: z.ZodType) =>
  def.type === "pipe" && (def as unknown as Def).in?.def.type === "literal";

/** What a schema could be given, likeliest first; `index` says which is taken at a path. */
function possible(schema: z.ZodType, path: string, index: Map<string, number>): unknown {
  const def = schema.def as unknown as Def;
  const at = index.get(path) ?? 0;
  const among = (values: readonly unknown[]) => values[at % Math.max(1, values.length)];
  switch (def.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(def.shape ?? {}).map(([name, inner]) => [
          name,
          possible(inner, path ? `${path}.${name}` : name, index),
        ]),
      );
    case "array":
      return def.element ? [possible(def.element, `${path}.0`, index)] : [];
    case "record":
      return { q: "Text" };
    case "string":
      return def.format === "guid" ? SOME_ID : among(TEXTS);
    case "number":
      return among(NUMBERS);
    case "boolean":
      return at % 2 === 0;
    case "enum":
      return among(Object.values(def.entries ?? {}));
    case "literal":
      return among(def.values ?? []);
    case "custom":
      return "deal";
    case "union": {
      // What is blank comes last: a field is tried filled in.
      const isBlank = (one: z.ZodType) =>
        ["literal", "null"].includes(one.def.type) || isEmptied(one);
      const options = [...(def.options ?? [])].sort(
        (a, b) => Number(isBlank(a)) - Number(isBlank(b)),
      );
      const option = options[at % Math.max(1, options.length)];
      const inner = new Map(index).set(path, Math.floor(at / Math.max(1, options.length)));
      return option ? possible(option, path, inner) : undefined;
    }
    case "pipe": {
      const input = def.in?.def as unknown as Def;
      const used = input.type === "transform" ? def.out : def.in;
      return used ? possible(used, path, index) : undefined;
    }
    case "nullable":
      if (index.has(`no ${path}`)) return null;
      index.set(`nullable ${path}`, 0);
      return def.innerType && possible(def.innerType, path, index);
    default:
      return def.innerType ? possible(def.innerType, path, index) : undefined;
  }
}

/** Of two that rule each other out one is left blank. */
function leaveOut(index: Map<string, number>): void {
  const first = [...index.keys()].find((key) => key.startsWith("nullable "));
  if (!first) return;
  index.delete(first);
  index.set(first.replace("nullable", "no"), 0);
}

/** An input the schema accepts, found by trying; undefined where a hundred tries do not find one. */
export function sampleOf(schema: z.ZodType): unknown {
  const index = new Map<string, number>();
  for (let tries = 0; tries < 200; tries++) {
    const sample = possible(schema, "", index);
    const { error } = schema.safeParse(sample);
    if (!error) return sample;
    const path = error.issues[0]?.path.join(".") ?? "";
    if (path === "") leaveOut(index);
    index.set(path, (index.get(path) ?? 0) + 1);
  }
  return undefined;
}

export type Leaf = { path: readonly (string | number)[]; value: string | number };

/** The texts and numbers of an input. */
export function leavesOf(value: unknown, path: readonly (string | number)[] = []): Leaf[] {
  if (typeof value === "string" || typeof value === "number") return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...path, at]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
}

/** The input with another value in one place. */
export function replaced(input: unknown, path: readonly (string | number)[], value: unknown) {
  const copy = structuredClone(input);
  let place = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as typeof place;
  const last = path.at(-1);
  if (last !== undefined) place[last] = value;
  return copy;
}
