/**
 * What a message shows of what it is given: arguments and tags, sorted, each once. A number that
 * only decides between singular and plural is not shown; Chinese has no need of it.
 */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  let at = 0;

  /** Text up to the brace that closes the branch it is in, or to the end. */
  function text(counted: string | null): void {
    while (at < message.length && message[at] !== "}") {
      if (message[at] === "#" && counted) found.add(counted);
      if (message[at] === "'") skipQuoted();
      else if (message[at] === "{") argument(counted);
      else tag();
    }
  }

  /** `'{literal}'`; `''` and an apostrophe before anything else are text. */
  function skipQuoted(): void {
    const quoted = /^'[{}<>#][^']*'?/.exec(message.slice(at));
    at += quoted ? quoted[0].length : 1;
  }

  function tag(): void {
    const name = /^<([a-z]\w*)>/i.exec(message.slice(at))?.[1];
    if (name) found.add(`<${name}>`);
    at += 1;
  }

  /** `{name}`, `{name, number, …}` or `{name, plural, one {…} other {…}}`. */
  function argument(counted: string | null): void {
    const start = /^\{\s*(\w+)\s*(?:,\s*(plural|selectordinal))?/.exec(message.slice(at));
    if (!start) throw new Error(`not a message: ${message}`);
    const [all, name = "", plural] = start;
    if (!plural) found.add(name);
    at += all.length;
    while (at < message.length && message[at] !== "}") {
      const opens = message[at] === "{";
      at += 1;
      if (!opens) continue;
      text(plural ? name : counted);
      at += 1;
    }
    at += 1;
  }

  text(null);
  if (at < message.length) throw new Error(`a brace too many: ${message}`);
  return [...found].sort();
}
