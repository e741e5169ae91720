import { useTranslations } from "next-intl";

/** Working days of each month of a year, and of the year. */
export function WorkingMonths({
  months,
  total,
}: {
  months: readonly { label: string; working: number }[];
  total: number;
}) {
  const t = useTranslations("settings.calendar");
  return (
    <>
      <ul className="grid grid-cols-6 gap-x-4 gap-y-2 phone:grid-cols-3">
        {months.map(({ label, working }) => (
          <li key={label} className="border-grid border-b pb-1">
            <span className="block text-muted text-xs">{label}</span>
            <span className="font-medium tabular-nums">{working}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-ink2 text-sm">{t("yearTotal", { count: total })}</p>
    </>
  );
}
