import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ChangeEvent, ReactNode } from "react";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";
import type { ControlProps } from "./field";

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = Partial<ControlProps> & {
  options: readonly Option[];
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string) => void;
  name?: string;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
  /** Needed where no Field gives a label. */
  "aria-label"?: string;
  /** Before the value, e.g. an icon. */
  icon?: ReactNode;
  className?: string;
};

/**
 * Choice of one from a short list (use Combobox past about 12). The browser's own select: phones
 * show their picker, and no script is needed; where the browser can, the list has the kit's look.
 */
export function Select({
  options,
  value,
  defaultValue,
  onValueChange,
  placeholder,
  icon,
  className,
  ...control
}: SelectProps) {
  const t = useTranslations("common");
  const change = onValueChange
    ? (event: ChangeEvent<HTMLSelectElement>) => onValueChange(event.target.value)
    : undefined;
  const state = value === undefined ? { defaultValue: defaultValue ?? "" } : { value: value ?? "" };
  const chosen = value ?? defaultValue;
  return (
    <span className={cx("relative inline-block max-w-full", className ?? "w-full")}>
      {icon ? (
        <span className="pointer-events-none absolute inset-y-0 left-0 flex items-center px-2.5 text-muted [&_svg]:size-4">
          {icon}
        </span>
      ) : null}
      <select
        {...control}
        {...state}
        onChange={change}
        className={cx(
          controlClass,
          controlHeight,
          "select w-full truncate pr-8",
          icon ? "pl-8" : null,
        )}
      >
        {chosen === undefined || chosen === null || chosen === "" ? (
          <option value="" hidden>
            {placeholder ?? t("choose")}
          </option>
        ) : null}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
    </span>
  );
}
