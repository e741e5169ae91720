"use client";
import {
  Children,
  type HTMLAttributes,
  isValidElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useState,
} from "react";

export type TriggerProps = HTMLAttributes<HTMLElement>;

/** The element given as trigger; one that came from the server may be wrapped. */
export function triggerElement(trigger: ReactNode): ReactElement<TriggerProps> {
  const element = Children.toArray(trigger)[0];
  if (!isValidElement<TriggerProps>(element))
    throw new Error("A popup's trigger must be one element");
  return element;
}

/**
 * Open state of a popup whose code is loaded on first opening: pages with closed menus and dialogs
 * do not pay for them. `warm` fetches ahead on hover or focus.
 */
export function useLazyPopup<Module>(
  load: () => Promise<Module>,
  controlled?: boolean,
  onOpenChange?: (open: boolean) => void,
) {
  const [own, setOwn] = useState(false);
  const [module, setModule] = useState<{ value: Module } | null>(null);
  const open = controlled ?? own;
  const needed = open && module === null;
  useEffect(() => {
    let gone = false;
    if (needed) load().then((value) => gone || setModule({ value }));
    return () => {
      gone = true;
    };
  }, [needed, load]);
  const setOpen = useCallback(
    (next: boolean) => {
      setOwn(next);
      onOpenChange?.(next);
    },
    [onOpenChange],
  );
  const warm = useCallback(() => void load(), [load]);
  return { open, setOpen, warm, module: module?.value ?? null };
}

/** Attributes that make `trigger` open the popup, keeping its own click handler. */
export function openerProps(
  trigger: ReactElement<TriggerProps>,
  popup: { open: boolean; setOpen: (open: boolean) => void; warm: () => void },
  kind: "dialog" | "menu",
): TriggerProps {
  return {
    "aria-haspopup": kind,
    "aria-expanded": popup.open,
    onPointerEnter: popup.warm,
    onFocus: popup.warm,
    onClick: (event: MouseEvent<HTMLElement>) => {
      trigger.props.onClick?.(event);
      if (!event.defaultPrevented) popup.setOpen(true);
    },
  };
}
