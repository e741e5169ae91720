/** A mentioned person in the text of a comment. */
const MENTION = /@\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}/g;

/** Ids of the people a text mentions, each once, in the order of the text. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map((match) => match[1] ?? ""))];
}

export type TextPart = { text: string } | { person: string };

/** The text and its mentions, piece by piece. */
export function textParts(text: string): TextPart[] {
  return text
    .split(MENTION)
    .map((part, index): TextPart => (index % 2 === 0 ? { text: part } : { person: part }))
    .filter((part) => !("text" in part && part.text === ""));
}

/** The text with names in place of mentions; somebody unknown is `@?`. */
export function withNames(text: string, nameOf: (id: string) => string | undefined): string {
  return text.replace(MENTION, (_, id: string) => `@${nameOf(id) ?? "?"}`);
}

/**
 * The text as it is stored: `@Name` of the people chosen becomes a mention. Longer names first, so
 * that "Ann" does not take the beginning of "Ann Lee".
 */
export function withMentions(
  text: string,
  people: readonly { id: string; name: string }[],
): string {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length);
  return longestFirst.reduce((so, { id, name }) => so.replaceAll(`@${name}`, `@{${id}}`), text);
}

/**
 * What is typed after the last `@` before the caret, while a name is being looked for; null otherwise.
 * An `@` counts at the beginning, after a space or bracket, or after a Chinese character.
 */
export function mentionQuery(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(0, caret);
  const match =
    /(?:^|[\s(（，。、；：]|\p{Script=Han})[@＠]([^\s@＠]{0,30}(?: [^\s@＠]{0,20})?)$/u.exec(
      before,
    );
  if (!match) return null;
  const query = match[1] ?? "";
  return { from: caret - query.length - 1, query };
}
