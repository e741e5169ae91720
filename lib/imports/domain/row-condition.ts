import type { Condition } from "./mapping";
import { numberReader } from "./parse-number";

type Test = (text: string) => boolean;

function testOf(condition: Condition): Test {
  switch (condition.is) {
    case "equals":
      return (text) => text === condition.value;
    case "not":
      return (text) => text !== condition.value;
    case "in":
      return (text) => condition.values.includes(text);
    case "notIn":
      return (text) => !condition.values.includes(text);
    case "blank":
      return (text) => text === "";
    case "filled":
      return (text) => text !== "";
    case "matches":
    case "notMatches": {
      const pattern = new RegExp(condition.pattern, "u");
      return (text) => pattern.test(text) === (condition.is === "matches");
    }
    default:
      return numberTest(condition);
  }
}

type NumberCondition = Extract<Condition, { value: number }>;

/** Text that is no number meets no numeric condition. */
function numberTest(condition: NumberCondition): Test {
  const read = numberReader(condition.numberFormat ?? "1234.5");
  const compare: Record<NumberCondition["is"], (value: number) => boolean> = {
    above: (value) => value > condition.value,
    below: (value) => value < condition.value,
    atLeast: (value) => value >= condition.value,
    atMost: (value) => value <= condition.value,
  };
  return (text) => {
    const value = read(text);
    return value !== null && compare[condition.is](Number(value));
  };
}

/** Tells whether a row meets a condition on the column at the given place; cells are trimmed. */
export function conditionTest(
  condition: Condition,
  at: number,
): (raw: readonly string[]) => boolean {
  const test = testOf(condition);
  return (raw) => test((raw[at] ?? "").trim());
}
