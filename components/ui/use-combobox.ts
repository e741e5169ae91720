import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ComboboxProps, ComboOption } from "./combobox";

const plain = (text: string) => text.normalize("NFKC").trim().toLocaleLowerCase();

/** Options with the text in their name. */
export function matching(options: readonly ComboOption[], text: string): readonly ComboOption[] {
  const wanted = plain(text);
  return options.filter(({ label }) => plain(label).includes(wanted));
}

/** The one option that the text names, whatever its case; none where several are called so. */
export function namedBy(options: readonly ComboOption[], text: string): ComboOption | undefined {
  const named = options.filter(({ label }) => plain(label) === plain(text));
  return named.length === 1 ? named[0] : undefined;
}

/** What a combobox shows and does with each key; see Combobox for its properties. */
export function useCombobox(props: ComboboxProps) {
  const { options, value, defaultValue = null, onValueChange, onSearch, onTyped } = props;
  const frame = useRef<HTMLSpanElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState(defaultValue);
  // What is being typed; null while the field shows what is chosen, or what was left in it.
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  // What was chosen when typing began: typing its name again chooses it again.
  const before = useRef<ComboOption | null>(null);

  const chosen = value === undefined ? own : value;
  const current = options.find((option) => option.value === chosen) ?? null;
  const shown = text ?? props.typed ?? current?.label ?? "";
  const sought = text ?? props.typed ?? "";
  const searched = sought !== "" && sought !== current?.label;
  const listed = searched && !onSearch ? matching(options, sought) : options;
  const first = searched ? 0 : listed.findIndex((option) => option.value === chosen);
  const active = Math.min(at ?? first, listed.length - 1);

  function take(next: string | null) {
    setOwn(next);
    onValueChange?.(next);
  }
  function choose(option: ComboOption) {
    take(option.value);
    setText(null);
    setOpen(false);
  }
  function type(next: string) {
    if (text === null) before.current = current;
    setText(next);
    setAt(null);
    setOpen(true);
    onSearch?.(next);
    if (next === "") take(null);
    else if (next === before.current?.label) take(before.current.value);
    else onTyped?.(next);
  }
  function clear() {
    type("");
    setText(null);
    setOpen(false);
    input.current?.focus();
  }
  /** Text that names an option chooses it; other text stays where somebody keeps it. */
  function settle() {
    const left = text ?? props.typed;
    const named = left ? namedBy(options, left) : undefined;
    if (named && named.value !== chosen) choose(named);
    else setText(null);
  }
  function leave() {
    setOpen(false);
    settle();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that comes after the field was left
  useEffect(() => {
    if (props.typed && document.activeElement !== input.current) settle();
  }, [options]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once: what was typed before the scripts ran
  useEffect(() => {
    const typedBefore = input.current?.value ?? shown;
    if (typedBefore !== shown) type(typedBefore);
  }, []);
  useEffect(() => {
    if (!open) return;
    const field = input.current;
    // At the field itself: a sheet around it would close, too.
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      setOpen(false);
    };
    field?.addEventListener("keydown", onEscape);
    return () => field?.removeEventListener("keydown", onEscape);
  }, [open]);

  function onKeyDown(event: KeyboardEvent) {
    // Enter and arrows belong to the input method while it composes a word.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!open) return setOpen(true);
      const count = Math.max(1, listed.length);
      return setAt(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    }
    if (event.key !== "Enter" || !open) return;
    event.preventDefault();
    const option = listed[active];
    if (option) choose(option);
    else setOpen(false);
  }
  return {
    ...{ frame, input, open, shown, chosen, searched, options: listed, active },
    ...{ type, choose, clear, leave, onKeyDown, point: setAt },
    show: () => setOpen(true),
    toggle: () => {
      input.current?.focus();
      setOpen(!open);
    },
  };
}
