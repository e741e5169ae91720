import { expect, type Locator, type Page } from "@playwright/test";
import { type Hand, lineIn, optionIn } from "./hand";

/** More stops than any page has. */
const MOST = 500;

/**
 * Keys alone: everything is come to by Tab, or by arrow keys among radio buttons, so that what keys do
 * not come to fails the test.
 */
export function keyboard({ keyboard: keys }: Page): Hand {
  let taps = 0;
  /** Comes to an element, key after key. */
  async function comeTo(target: Locator) {
    await expect(target).toBeEnabled();
    let turns = 0;
    let before = "";
    for (let stop = 0; stop < MOST && turns < 4; stop++) {
      const key = await target.evaluate(keyTowards);
      if (key === "") return;
      if (before !== "" && key !== before) turns++;
      before = key;
      await keys.press(key);
    }
    throw new Error(`no key comes to ${target}`);
  }
  async function press(target: Locator) {
    taps++;
    await comeTo(target);
    await keys.press("Enter");
  }
  async function write(target: Locator, text: string) {
    await comeTo(target);
    if ((await target.getAttribute("type")) === "date") return writeDay(target, text);
    await keys.press("ControlOrMeta+a");
    await keys.type(text);
  }
  /** Digits go from part to part of a day, the month first. */
  async function writeDay(target: Locator, day: string) {
    const [year, month, date] = day.split("-");
    for (const key of ["ArrowLeft", "ArrowLeft"]) await keys.press(key);
    await keys.type(`${month}${date}${year}`);
    await expect(target).toHaveValue(day);
  }
  /** Goes down until an option or a line is the one that Enter takes. */
  async function take(line: Locator, isOn: (element: Element) => boolean) {
    await line.waitFor();
    await expect(async () => {
      if (await line.evaluate(isOn)) return;
      await keys.press("ArrowDown");
      throw new Error(`not at ${line} yet`);
    }).toPass({ intervals: [10], timeout: 10_000 });
    await keys.press("Enter");
  }
  const isHighlighted = (element: Element) => element.hasAttribute("data-highlighted");
  return {
    comeTo,
    press,
    write,
    taps: () => taps,
    async tick(target, on = true) {
      taps++;
      await comeTo(target);
      if ((await target.isChecked()) !== on) await keys.press("Space");
      await expect(target).toBeChecked({ checked: on });
    },
    async select(target, label) {
      taps++;
      await comeTo(target);
      await keys.press("Space");
      await keys.press("Home");
      const option = target.getByRole("option", { name: label, exact: true });
      await take(option, (element) => element === document.activeElement);
      await expect(target.locator("option:checked")).toHaveText(label);
    },
    async find(target, text) {
      await write(target, text);
      const option = optionIn(target, text);
      await take(option, isHighlighted);
      await expect(option).toBeHidden();
    },
    async choose(menu, line) {
      await press(menu);
      taps++;
      await take(lineIn(menu, line), isHighlighted);
    },
  };
}

/** The key that leads from where the focus is towards an element; "" on it. */
function keyTowards(element: Element): string {
  const now = document.activeElement;
  if (now === element) return "";
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const follows =
    now && now !== document.body
      ? (now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      : stops.indexOf(element) * 2 < stops.length;
  const isRadio = (one: Element | null): one is HTMLInputElement =>
    one instanceof HTMLInputElement && one.type === "radio";
  if (isRadio(now) && isRadio(element) && now.name === element.name && now.form === element.form)
    return follows ? "ArrowDown" : "ArrowUp";
  return follows ? "Tab" : "Shift+Tab";
}
