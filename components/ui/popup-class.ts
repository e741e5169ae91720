/** Surface of menus, selects and popovers. */
export const popupClass =
  "max-h-(--available-height) max-w-(--available-width) origin-(--transform-origin) overflow-y-auto rounded-card border border-line2 bg-raised p-1 " +
  "text-ink text-sm shadow-raised outline-none transition-[opacity,scale] duration-100 " +
  "data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0";

/** One line in a menu or a list of options: 32 px, 44 px on phones. */
export const popupItemClass =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 outline-none " +
  "data-disabled:text-muted data-highlighted:bg-hover data-highlighted:text-ink phone:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

/** Veil behind dialogs and sheets. */
export const backdropClass =
  "fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";
