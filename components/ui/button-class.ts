import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-line2 bg-surface text-ink2 hover:border-edge hover:text-ink",
  ghost: "border-transparent text-ink2 hover:bg-sunken hover:text-ink",
  danger: "border-line2 bg-surface text-bad hover:border-bad hover:bg-bad-soft",
};
const SIZE: Record<ButtonSize, string> = {
  sm: "h-7 px-2 text-xs phone:h-9",
  md: "h-8 px-2.5 text-sm phone:h-11 phone:px-3.5",
  lg: "h-10 px-4 text-base phone:h-12",
};
const SQUARE: Record<ButtonSize, string> = {
  sm: "size-7 text-xs phone:size-9",
  md: "size-8 text-sm phone:size-11",
  lg: "size-10 text-base phone:size-12",
};

/** Class of everything that looks like a button (buttons, links, menu triggers). */
export function buttonClass(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  square = false,
): string {
  return cx(
    "inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-control border whitespace-nowrap transition-colors",
    "disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-70 data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
    VARIANT[variant],
    square ? SQUARE[size] : SIZE[size],
  );
}
