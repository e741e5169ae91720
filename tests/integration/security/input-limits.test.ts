import { describe, expect, it, vi } from "vitest";
import { leavesOf, replaced, sampleOf, schemaOf } from "@/tests/setup/action-schemas";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

// Every text, number and day that any server action takes, with what nobody would type. The inputs are
// made from the schemas themselves, so that an action added tomorrow is tried as well.

type Action = (input?: unknown) => Promise<unknown>;
const modules = {
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions.ts"),
  ...import.meta.glob<Record<string, Action>>("/lib/*/actions/*.ts"),
};

/** Never stored as they come: compared by hash, or an address that is written anew. */
const RAW = new Set([
  "password",
  "current",
  "secret",
  "token",
  "website",
  "inPage",
  "query",
  "choice",
]);
/** A mapping of an import is a file, not a field. */
const FILES = new Set(["imports.startUpload.text"]);

const fields = [];
const without: string[] = [];
for (const [file, load] of Object.entries(modules).sort())
  for (const [name, action] of Object.entries(await load())) {
    const title = `${file.split("/")[2]}.${name}`;
    const schema = schemaOf(action);
    if (!schema) continue;
    const sample = sampleOf(schema);
    if (sample === undefined) without.push(title);
    for (const { path, value } of leavesOf(sample))
      fields.push({ title: `${title}.${path.join(".")}`, schema, sample, path, value });
  }

type Field = (typeof fields)[number];
const texts = fields.filter(({ value }) => typeof value === "string");
const numbers = fields.filter(({ value }) => typeof value === "number");
const days = texts.filter(({ value }) => /^\d{4}-\d\d-\d\d$/.test(String(value)));

/** The names of the fields that have an error; null where the input is accepted. */
function errorsWith({ schema, sample, path }: Field, value: unknown): unknown[] | null {
  const { error } = schema.safeParse(replaced(sample, path, value));
  return error ? error.issues.map((issue) => issue.path[0]) : null;
}

const HOSTILE = "a\0\u0007\u009f\ud800<script>alert(1)</script>\u202e\u05d0\u{1f600}\udc00";
/** Control characters but those of lines, and halves of characters. */
const NO_TEXT = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

describe("the inputs of all actions", () => {
  it("are made from their schemas", () => {
    expect(without).toEqual([]);
    expect(texts.length).toBeGreaterThan(250);
    expect(numbers.length).toBeGreaterThan(60);
    expect(days.length).toBeGreaterThan(15);
  });
});

describe("a number that none is, or that no column holds", () => {
  it.each(numbers)("is an error at $title", (field) => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e30, -1e30])
      expect([bad, errorsWith(field, bad)]).toEqual([bad, expect.arrayContaining([field.path[0]])]);
    if (field.path.at(-1) === "version") expect(errorsWith(field, 2 ** 31)).not.toBeNull();
  });
});

describe("a day of no calendar, or of another age", () => {
  const BAD = ["0000-01-01", "1800-01-01", "2300-01-01", "10000-01-01", "2026-02-30", "2026-13-01"];
  it.each(days)("is an error at $title", (field) => {
    for (const bad of BAD)
      expect([bad, errorsWith(field, bad)]).toEqual([bad, expect.arrayContaining([field.path[0]])]);
  });
});

describe("a text of ten thousand characters", () => {
  it.each(texts.filter(({ title }) => !FILES.has(title)))("is an error at $title", (field) => {
    expect(errorsWith(field, "x".repeat(10_001))).toEqual(expect.arrayContaining([field.path[0]]));
  });
});

describe("control characters, halves of characters, markup and text from right to left", () => {
  it.each(texts.filter(({ path, title }) => !RAW.has(String(path.at(-1))) && !FILES.has(title)))(
    "are refused or taken out at $title",
    ({ schema, sample, path }) => {
      const { data } = schema.safeParse(replaced(sample, path, HOSTILE));
      const kept = leavesOf(data).filter(({ value }) => NO_TEXT.test(String(value)));
      expect(kept).toEqual([]);
    },
  );

  it("twin: what people do write stays as it is", () => {
    const said = "5 < 6 & <b>«Ωמה»</b> \u{1f600}\n第二行";
    const free = texts.filter(({ path }) =>
      ["note", "text", "notes"].includes(String(path.at(-1))),
    );
    expect(free.length).toBeGreaterThan(3);
    for (const { schema, sample, path, title } of free) {
      const { data } = schema.safeParse(replaced(sample, path, said));
      const values = leavesOf(data).map(({ value }) => value);
      if (data) expect([title, ...values]).toContain(said);
    }
  });
});
