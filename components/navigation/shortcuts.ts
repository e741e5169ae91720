/**
 * Every key that does something everywhere, in the order of the help sheet. `press`: the element of the
 * page whose `aria-keyshortcuts` names the key is pressed, so a page offers a key by naming it there.
 * The keys after `g` belong to the places of the navigation (places.ts).
 */
export const SHORTCUTS = [
  { keys: ["/"], name: "search", group: "anywhere", press: true },
  { keys: ["n"], name: "log", group: "anywhere", press: true },
  { keys: ["?"], name: "help", group: "anywhere" },
  { keys: ["c"], name: "create", group: "page", press: true },
  { keys: ["e"], name: "edit", group: "page", press: true },
  { keys: ["j"], name: "next", group: "list" },
  { keys: ["k"], name: "previous", group: "list" },
] as const;

/** A place and the key that leads there after `g`. */
export type GoKey = { key: string; href: string; label: string };

const TYPING =
  "input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable],[role=combobox],[role=dialog],[role=menu],[role=listbox]";

/** A key alone, not while somebody types or has a dialog or menu open. */
export function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.defaultPrevented || event.key.length !== 1) return false;
  return !(event.target instanceof Element && event.target.closest(TYPING));
}

/** Ctrl or Cmd + K, everywhere. */
export function asksForSearch(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
}

/** Presses what the page offers for a key; false where there is nothing. */
export function press(key: string): boolean {
  const offered = [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")].filter(
    (element) => element.getAttribute("aria-keyshortcuts")?.split(" ").includes(key),
  );
  const element = offered.find(({ offsetParent }) => offsetParent !== null) ?? offered[0];
  element?.click();
  return element !== undefined;
}

/** Moves the focus to the next (1) or previous (-1) line of the page's list; false without a list. */
export function moveInList(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll("main tbody tr, main [data-list] > li")];
  const links = rows.flatMap((row) => row.querySelector<HTMLElement>("a[href]") ?? []);
  if (links.length === 0) return false;
  const at = rows
    .filter((row) => row.querySelector("a[href]"))
    .findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (step === 1 ? 0 : links.length - 1) : at + step;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  return true;
}

const OFF = "closeloop:single-keys-off";

/** Whether keys alone do something; each browser keeps its own choice. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(OFF) === null;
}

export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
}
