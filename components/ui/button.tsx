import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { cx } from "./cx";
import { Spinner } from "./spinner";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: spinner, clicks ignored, focus kept. */
  pending?: boolean;
  icon?: ReactNode;
};

function ignore(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

/** Button. `pending` keeps it focusable (aria-disabled) and ignores clicks. Default type "button". */
export function Button({
  variant,
  size,
  pending,
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(pending ? { "aria-disabled": true, "aria-busy": true, onClick: ignore } : {})}
      className={cx(buttonClass(variant, size), className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** Square button with an icon only; `label` is its accessible name and its native tooltip. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size,
  className,
  pending,
  ...rest
}: Omit<ButtonProps, "children"> & { label: string }) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      {...(pending ? { "aria-disabled": true, "aria-busy": true, onClick: ignore } : {})}
      aria-label={label}
      className={cx(buttonClass(variant, size, true), className)}
    >
      {pending ? <Spinner /> : icon}
    </button>
  );
}
