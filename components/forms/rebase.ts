import type { FormValues } from "./form-context";

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The values of a form once its record has become `next`: what was typed since `base`, and the new
 * rest. Null where somebody else changed a field that was typed into: saving is then refused as
 * stale, and both versions are shown.
 */
export function rebased<Values extends FormValues>(
  values: Values,
  base: Values,
  next: Values,
): Values | null {
  const typed = Object.keys(values).filter(
    (name) => !same(values[name], base[name]) && !same(values[name], next[name]),
  );
  if (typed.some((name) => !same(base[name], next[name]))) return null;
  return { ...next, ...Object.fromEntries(typed.map((name) => [name, values[name]])) };
}
