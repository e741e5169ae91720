"use client";
import { useTranslations } from "next-intl";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import type { ComparedField, Current } from "./edit-conflict";
import { useFormState } from "./form-context";

/**
 * After a stale save: what was typed beside what is saved now, for each field that differs. Nothing
 * typed is lost; the person takes one side or the other and saves again.
 */
export default function ConflictTable({
  current,
  fields,
}: {
  current: Current;
  fields: Record<string, ComparedField>;
}) {
  const t = useTranslations("common.conflict");
  const { values, setValue } = useFormState();
  const saved = (name: string): unknown => {
    const value = current[name] ?? null;
    return fields[name]?.fromServer?.(value) ?? value ?? "";
  };
  const shown = (name: string, value: unknown): string => {
    const text = value === null || value === undefined ? "" : String(value);
    return text === "" ? "—" : (fields[name]?.show?.(text) ?? text);
  };
  const different = Object.keys(fields).filter(
    (name) => shown(name, values[name]) !== shown(name, saved(name)),
  );
  const keepMine = () => setValue("version", current.version);
  const takeTheirs = () => {
    for (const name of Object.keys(fields)) setValue(name, saved(name));
    keepMine();
  };
  return (
    <Banner tone="warn" title={t("title")} live>
      {different.length > 0 ? (
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
                <td className="break-words">{shown(name, saved(name))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={takeTheirs}>
          {t("takeTheirs")}
        </Button>
        <Button size="sm" onClick={keepMine}>
          {t("keepMine")}
        </Button>
      </div>
      {values.version === current.version ? (
        <p className="mt-1.5 text-muted text-xs">{t("saveAgain")}</p>
      ) : null}
    </Banner>
  );
}
