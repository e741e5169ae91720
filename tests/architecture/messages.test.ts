import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { argumentsOf } from "./icu";
import { placeOf } from "./layout";
import { keyTest, mentions } from "./message-use";
import { parse, projectFiles, projectSources, ROOT } from "./source";
import { nodesOf } from "./walk";

type Messages = { [key: string]: string | Messages };

function flat(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function load(locale: string): Map<string, string> {
  const file = join(ROOT, `lib/platform/i18n/messages/${locale}.json`);
  return flat(JSON.parse(readFileSync(file, "utf8")) as Messages);
}

const en = load("en");
const zh = load("zh-CN");
const sources = projectSources().filter(({ path }) => placeOf(path)?.layer !== "test");

/** Tables, columns and their values: the history of changes names them. */
function databaseNames(): string[] {
  return projectFiles("prisma")
    .filter((path) => path.endsWith(".prisma"))
    .flatMap((path) => readFileSync(join(ROOT, path), "utf8").match(/\w+/g) ?? []);
}

describe("messages", () => {
  it("have the same keys in both languages, in the same order", () => {
    expect([...zh.keys()]).toEqual([...en.keys()]);
  });

  it("take the same arguments and tags in both languages", () => {
    const differing = [...en].flatMap(([key, text]) => {
      const [ours, theirs] = [argumentsOf(text).join(), argumentsOf(zh.get(key) ?? "").join()];
      return ours === theirs ? [] : [`${key}: ${ours} / ${theirs}`];
    });
    expect(differing).toEqual([]);
  });

  it("say something in each language", () => {
    const blank = [...en, ...zh].filter(([, text]) => text.trim() === "");
    expect(blank.map(([key]) => key)).toEqual([]);
  });

  it("are all used", () => {
    const isUsed = keyTest(mentions(sources, databaseNames()));
    expect([...en.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it("exist for every error code", () => {
    const codes = sources.flatMap(({ program }) =>
      nodesOf(program).flatMap((node) => {
        if (node.type !== "NewExpression" || node.callee.type !== "Identifier") return [];
        const [code] = node.callee.name === "AppError" ? node.arguments : [];
        return code?.type === "Literal" && typeof code.value === "string" ? [code.value] : [];
      }),
    );
    expect(codes.filter((code) => !en.has(`errors.${code}`))).toEqual([]);
  });
});

describe("the rules of messages", () => {
  it.each([
    ["Hello", ""],
    [
      "{n, plural, one {# deal of {name}} other {# deals}} by <b>{date, date, short}</b>",
      "<b>,date,n,name",
    ],
    ["{count} {n, plural, one {deal} other {deals}}", "count"],
    ["It''s '{literal}' and {real}", "real"],
    ["{kind, select, a {} other {{x}}}", "kind,x"],
  ])("read the arguments of %s", (text, names) => expect(argumentsOf(text).join()).toBe(names));

  it("see which keys the code can ask for", () => {
    const code = `
      const t = useTranslations("deals"); t("title"); t(\`kinds.\${kind}\`);
      const kinds = ["won", "lost"];`;
    const isUsed = keyTest(mentions([parse("components/deals/x.ts", code)]));
    const keys = [
      "deals.title",
      "deals.kinds.won",
      "deals.kinds.open",
      "deals.other",
      "sales.title",
    ];
    expect(keys.filter(isUsed)).toEqual(["deals.title", "deals.kinds.won"]);
  });
});
