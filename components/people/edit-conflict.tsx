"use client";
import { useTranslations } from "next-intl";
import { useFormState } from "@/components/forms/form-context";
import type { ServerError } from "@/components/forms/form-errors";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type Value = string | number | null;
type Current = Record<string, Value> & { version: number };

function currentOf(error: ServerError): Current | null {
  const { raw } = error;
  if (typeof raw !== "object" || raw === null || !("current" in raw)) return null;
  return (raw as { current: Current }).current ?? null;
}

/**
 * After a stale save: what was typed beside what is saved now, for each field that differs. Nothing
 * typed is lost; the person takes one side or the other and saves again.
 */
function EditConflict({
  current,
  fields,
}: {
  current: Current;
  /** Names of the compared fields and how to show their values. */
  fields: Record<string, { label: string; show?: (value: string) => string }>;
}) {
  const t = useTranslations("people.conflict");
  const { values, setValue } = useFormState();
  const shown = (name: string, value: unknown) => {
    const text = value === null || value === undefined ? "" : String(value);
    return text === "" ? "—" : (fields[name]?.show?.(text) ?? text);
  };
  const different = Object.keys(fields).filter(
    (name) => shown(name, values[name]) !== shown(name, current[name]),
  );
  const keepMine = () => setValue("version", current.version);
  const takeTheirs = () => {
    for (const name of Object.keys(fields)) setValue(name, current[name] ?? "");
    keepMine();
  };
  return (
    <div tabIndex={-1} data-form-error>
      <Banner tone="warn" title={t("title")} live>
        <table className="mt-1.5 w-full text-left text-sm">
          <thead className="text-muted text-xs">
            <tr>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("yours")}</th>
              <th scope="col">{t("theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {different.map((name) => (
              <tr key={name}>
                <th scope="row" className="pr-3 font-normal">
                  {fields[name]?.label}
                </th>
                <td className="break-words pr-3">{shown(name, values[name])}</td>
                <td className="break-words">{shown(name, current[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={takeTheirs}>
            {t("takeTheirs")}
          </Button>
          <Button size="sm" onClick={keepMine}>
            {t("keepMine")}
          </Button>
        </div>
        {values.version === current.version ? (
          <p className="mt-1.5 text-muted text-xs">{t("keepHint")}</p>
        ) : null}
      </Banner>
    </div>
  );
}

/** For a form's `renderServerError`: both versions after a conflict, nothing for other errors. */
export function conflictOf(
  fields: Record<string, { label: string; show?: (value: string) => string }>,
) {
  return function render(error: ServerError) {
    const current = error.code === "conflict" ? currentOf(error) : null;
    return current ? <EditConflict current={current} fields={fields} /> : null;
  };
}
