import type { Locator } from "@playwright/test";

/** What a person does to a page, with a pointer or by keyboard alone. */
export type Hand = {
  /** Brings the pointer, or the focus, to something. */
  comeTo(target: Locator): Promise<void>;
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Replaces what is in a text field; a day is an ISO date. */
  write(target: Locator, text: string): Promise<void>;
  /** Ticks a checkbox or one of several radio buttons; `on` false takes the tick away. */
  tick(target: Locator, on?: boolean): Promise<void>;
  /** Chooses the option of a select with this label. */
  select(target: Locator, label: string): Promise<void>;
  /** Chooses in a combobox what typing finds. */
  find(target: Locator, text: string): Promise<void>;
  /** Chooses a line of the menu that a button opens. */
  choose(menu: Locator, line: string | RegExp): Promise<void>;
  /** How often something was pressed, ticked or chosen so far. */
  taps(): number;
};

/** The option of an open list by its name. */
export const optionIn = (field: Locator, name: string): Locator =>
  field.page().getByRole("option", { name }).first();

/** The line of an open menu by its name. */
export const lineIn = (menu: Locator, name: string | RegExp): Locator =>
  menu.page().getByRole("menuitem", { name }).first();

/** Clicks at a desk, taps on a phone. */
export function pointer(): Hand {
  let taps = 0;
  const press = async (target: Locator) => {
    taps++;
    await target.click();
  };
  return {
    comeTo: (target) => target.hover(),
    press,
    taps: () => taps,
    write: (target, text) => target.fill(text),
    async tick(target, on = true) {
      taps++;
      await target.setChecked(on);
    },
    async select(target, label) {
      taps++;
      await target.selectOption({ label });
    },
    async find(target, text) {
      await target.click();
      await target.fill(text);
      await press(optionIn(target, text));
    },
    async choose(menu, line) {
      await press(menu);
      await press(lineIn(menu, line));
    },
  };
}
