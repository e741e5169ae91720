import { describe, expect, it } from "vitest";
import {
  mentionedIn,
  mentionQuery,
  textParts,
  withMentions,
  withNames,
} from "@/lib/discussion/domain/mention";

const ANN = "00000000-0000-7000-8000-00000000000a";
const LEE = "00000000-0000-7000-8000-00000000000b";

describe("mentions", () => {
  it("are found once each, in order, and only where they are whole", () => {
    expect(mentionedIn(`@{${LEE}} ask @{${ANN}} and @{${LEE}}`)).toEqual([LEE, ANN]);
    expect(mentionedIn("@{not-an-id} @Ann mail@example.com")).toEqual([]);
  });

  it("take the text apart, losing nothing", () => {
    expect(textParts(`Hi @{${ANN}}!`)).toEqual([{ text: "Hi " }, { person: ANN }, { text: "!" }]);
    expect(textParts(`@{${ANN}}`)).toEqual([{ person: ANN }]);
    expect(textParts("plain <b>text</b>")).toEqual([{ text: "plain <b>text</b>" }]);
  });

  it("are written as names and back; a short name does not eat a longer one", () => {
    const people = [
      { id: ANN, name: "Ann" },
      { id: LEE, name: "Ann Lee" },
    ];
    const stored = withMentions("@Ann Lee and @Ann: 价格？", people);
    expect(stored).toBe(`@{${LEE}} and @{${ANN}}: 价格？`);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    expect(withNames(stored, (id) => names.get(id))).toBe("@Ann Lee and @Ann: 价格？");
    expect(withNames(`@{${ANN}}`, () => undefined)).toBe("@?");
  });

  it.each([
    ["@", 1, { from: 0, query: "" }],
    ["hi @an", 6, { from: 3, query: "an" }],
    ["请@陈", 3, { from: 1, query: "陈" }],
    ["ask @ann le", 11, { from: 4, query: "ann le" }],
    ["mail@example", 12, null],
    ["done @ann and then some", 23, null],
    ["hi @an", 2, null],
  ])("%j with the caret at %i asks for %j", (text, caret, expected) => {
    expect(mentionQuery(text, caret)).toEqual(expected);
  });
});
