import { Star, Users } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";
import { cx } from "@/components/ui/cx";
import { VisuallyHidden } from "@/components/ui/small-parts";
import { localName } from "@/lib/shared/local-name";
import { NO_VIEW, VIEW_PARAM } from "@/lib/shared/view-param";
import { type ListViews, type SavedView, viewHref } from "@/lib/views/domain/saved-view";
import { ViewMenu } from "./view-menu";

/** So many views stand over the list; all of them are in the menu. */
const CHIPS = 5;

/** The views of a list: the whole list and the first few views as links, all else in a menu. */
export async function ViewBar({ state, path }: { state: ListViews; path?: string }) {
  const [t, locale] = await Promise.all([getTranslations("views"), getLocale()]);
  const { views, view, changed, defaultId } = state;
  const at = path ?? `/${state.list}`;
  const first = views.slice(0, CHIPS);
  const shown = view && !first.includes(view) ? [...first.slice(0, -1), view] : first;
  const marks = (one: SavedView) => (
    <>
      {one.id === defaultId ? <Mark icon={<Star />} label={t("default")} /> : null}
      {one.mine ? null : (
        <Mark icon={<Users />} label={t("sharedBy", { name: localName(one.owner, locale) })} />
      )}
    </>
  );
  const whole = view === null && state.query === "";
  return (
    <div className="mb-2.5 flex min-w-0 items-center gap-2">
      <nav aria-label={t("label")} className="relative min-w-0 overflow-x-auto p-0.5">
        <ul className="flex gap-1.5">
          <Chip href={`${at}?${VIEW_PARAM}=${NO_VIEW}`} current={whole}>
            {t("all")}
          </Chip>
          {shown.map((one) => (
            <Chip key={one.id} href={viewHref(at, one)} current={one === view}>
              <span className="max-w-48 truncate">{one.name}</span>
              {marks(one)}
              {one === view && changed ? (
                <span className="text-2xs text-warn">{t("changed")}</span>
              ) : null}
            </Chip>
          ))}
        </ul>
      </nav>
      <ClientMessages namespaces={["views"]}>
        <ViewMenu state={state} path={at} />
      </ClientMessages>
    </div>
  );
}

function Chip({
  href,
  current,
  children,
}: {
  href: string;
  current: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? "true" : undefined}
        className={cx(
          "flex h-7 items-center gap-1.5 whitespace-nowrap rounded-full border px-3 text-xs phone:h-9",
          current
            ? "border-accent bg-accent-soft font-medium text-accent"
            : "border-line2 bg-surface text-ink2 hover:border-edge hover:text-ink",
        )}
      >
        {children}
      </Link>
    </li>
  );
}

function Mark({ icon, label }: { icon: ReactNode; label: string }) {
  return (
    <span title={label} className="text-muted [&_svg]:size-3">
      <span aria-hidden="true">{icon}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
