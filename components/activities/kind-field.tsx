"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormField } from "@/components/forms/form-context";
import { ACTIVITY_KINDS } from "@/lib/activities/domain/activity";
import { KindIcon } from "./kind-icon";

/** The kind of a follow-up, all eight within the thumb's reach. */
export function KindField({ name }: { name: string }) {
  const t = useTranslations("activityForm");
  const { value, setValue } = useFormField(name);
  const id = useId();
  return (
    <div>
      <p id={id} className="mb-1 text-ink2 text-sm">
        {t("kind")}
      </p>
      <div role="radiogroup" aria-labelledby={id} className="grid grid-cols-4 gap-1.5">
        {ACTIVITY_KINDS.map((kind) => (
          <label
            key={kind}
            className="relative flex min-h-13 cursor-pointer flex-col items-center justify-center gap-0.5 rounded-control border border-line2 bg-surface px-1 text-ink2 text-xs hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={kind}
              checked={value === kind}
              onChange={() => setValue(kind)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-control focus-visible:outline-none"
            />
            <KindIcon kind={kind} />
            {t(`kinds.${kind}`)}
          </label>
        ))}
      </div>
    </div>
  );
}
