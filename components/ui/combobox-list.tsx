"use client";
import { Check } from "lucide-react";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ComboOption } from "./combobox";
import { cx } from "./cx";
import { popupItemClass } from "./popup-class";

type ComboboxListProps = {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  options: readonly ComboOption[];
  active: number;
  chosen: string | null;
  /** Said where there are no options; null: nothing is shown then. */
  empty: string | null;
  onPoint: (index: number) => void;
  onChoose: (option: ComboOption) => void;
};

const GAP = 4;
const HIGHEST = 296;

/** Under the field, or over it where there is more room. */
function place(list: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - 2 * GAP;
  const above = at.top - 2 * GAP;
  const over = below < Math.min(list.scrollHeight, 200) && above > below;
  Object.assign(list.style, {
    left: `${at.left}px`,
    width: `${at.width}px`,
    top: over ? "auto" : `${at.bottom + GAP}px`,
    bottom: over ? `${window.innerHeight - at.top + GAP}px` : "auto",
    maxHeight: `${Math.min(HIGHEST, over ? above : below)}px`,
  });
}

/**
 * The options of a combobox, in the browser's top layer: cut off by no card and no sheet. The field
 * keeps the focus throughout.
 */
export default function ComboboxList(props: ComboboxListProps) {
  const { id, anchor, options, active, chosen, empty, onPoint, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const none = options.length === 0;
  useLayoutEffect(() => {
    const [shown, field] = [list.current, anchor.current];
    if (!shown || !field) return;
    if ("showPopover" in shown && !shown.matches(":popover-open")) shown.showPopover();
    const again = () => place(shown, field);
    again();
    window.addEventListener("scroll", again, true);
    window.addEventListener("resize", again);
    return () => {
      window.removeEventListener("scroll", again, true);
      window.removeEventListener("resize", again);
    };
  });
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  if (none && empty === null) return null;
  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      role="listbox"
      className="fixed inset-auto m-0 overflow-y-auto overscroll-contain rounded-card border border-line2 bg-raised p-1 text-ink text-sm shadow-raised"
    >
      {none ? (
        <p role="status" className="p-2 text-muted">
          {empty}
        </p>
      ) : null}
      {options.map((option, index) => (
        <button
          type="button"
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={option.value === chosen}
          data-highlighted={index === active ? "" : undefined}
          onPointerMove={() => onPoint(index)}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
          className={cx(popupItemClass, "w-full text-left")}
        >
          <span className="min-w-0 flex-1">
            {option.label}
            {option.hint ? <span className="block text-muted text-xs">{option.hint}</span> : null}
          </span>
          {option.value === chosen ? <Check className="text-accent" aria-hidden="true" /> : null}
        </button>
      ))}
    </div>
  );
}
