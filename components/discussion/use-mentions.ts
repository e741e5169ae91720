import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { mentionQuery } from "@/lib/discussion/domain/mention";
import type { RecordRef } from "@/lib/shared/record";

type Person = { id: string; name: string; hint: string };
type Asked = { from: number; query: string };

type MentionsProps = {
  record: RecordRef;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  setText: (text: string) => void;
  /** People the text mentions already. */
  known: readonly { id: string; name: string }[];
};

/** Null where the request failed or is no longer wanted. */
async function peopleAt(address: string, signal: AbortSignal): Promise<Person[] | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? ((await answer.json()) as { people: Person[] }).people : null;
  } catch {
    return null;
  }
}

/** The people to mention at the caret, and those chosen so far. */
export function useMentions({ record, field, text, setText, known }: MentionsProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [current, setCurrent] = useState(0);
  const [chosen, setChosen] = useState(known);
  const query = asked?.query;
  const { kind, id } = record;
  useEffect(() => {
    if (query === undefined) return setPeople([]);
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const address = `/api/mentions?${new URLSearchParams({ kind, id, q: query })}`;
      const found = await peopleAt(address, request.signal);
      if (!found) return;
      setPeople(found);
      setCurrent(0);
    }, 120);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [query, kind, id]);

  /** Looks what stands at the caret now. */
  function look() {
    const at = field.current;
    setAsked(at ? mentionQuery(at.value, at.selectionStart) : null);
  }
  function choose(person: Person) {
    if (!asked) return;
    const taken = chosen.some((one) => one.name === person.name && one.id !== person.id);
    const name = taken ? `${person.name} (${person.hint})` : person.name;
    const caret = asked.from + 1 + asked.query.length;
    const before = `${text.slice(0, asked.from)}@${name} `;
    setText(before + text.slice(caret));
    setChosen([...chosen.filter((one) => one.name !== name), { id: person.id, name }]);
    setAsked(null);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  }
  /** True where the key was for the list. */
  function onKeyDown(event: KeyboardEvent): boolean {
    const person = people[current];
    if (!asked || !person || event.nativeEvent.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: people.length - 1 }[event.key];
    const plain = !(event.ctrlKey || event.metaKey);
    if (step !== undefined) setCurrent((current + step) % people.length);
    else if ((event.key === "Enter" && plain) || event.key === "Tab") choose(person);
    else if (event.key === "Escape") setAsked(null);
    else return false;
    event.preventDefault();
    return true;
  }
  /** Takes over people of a text that was kept. */
  function recall(people: readonly { id: string; name: string }[]) {
    setChosen([...people]);
  }
  const open = asked !== null && people.length > 0;
  return { open, people, current, chosen, look, choose, recall, onKeyDown, point: setCurrent };
}
export type Mentions = ReturnType<typeof useMentions>;
