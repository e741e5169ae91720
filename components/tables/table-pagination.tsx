"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button-class";
import { Select } from "../ui/select";
import type { useUrlState } from "./use-url-state";

type TablePaginationProps = {
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
  url: ReturnType<typeof useUrlState>;
};

const SIZES = ["25", "50", "100"];

/** "51–100 of 128", page size, and links to the pages before and after. */
export function TablePagination({ total, page, pageSize, url }: TablePaginationProps) {
  const t = useTranslations("common");
  const format = useFormatter();
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  const sizes = SIZES.includes(String(pageSize)) ? SIZES : [String(pageSize), ...SIZES];
  return (
    <nav
      aria-label={t("pagination")}
      className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-2 text-muted text-xs"
    >
      <span className="mr-auto tabular-nums">
        {t("rangeOfTotal", {
          from: format.number(from),
          to: format.number(to),
          total: format.number(total),
        })}
      </span>
      {total > 25 ? (
        <Select
          aria-label={t("rowsPerPage")}
          options={sizes.map((size) => ({ value: size, label: size }))}
          value={String(pageSize)}
          onValueChange={(size) => url.set({ size })}
          className="w-20 phone:hidden"
        />
      ) : null}
      <PageLink
        label={t("previousPage")}
        href={page > 1 ? url.hrefWith({ page: page > 2 ? page - 1 : null }) : null}
      >
        <ChevronLeft aria-hidden="true" />
      </PageLink>
      <PageLink label={t("nextPage")} href={to < total ? url.hrefWith({ page: page + 1 }) : null}>
        <ChevronRight aria-hidden="true" />
      </PageLink>
    </nav>
  );
}

function PageLink({
  label,
  href,
  children,
}: {
  label: string;
  href: string | null;
  children: ReactNode;
}) {
  const look = buttonClass("secondary", "md", true);
  if (href === null) {
    return (
      <span className={`${look} pointer-events-none opacity-45`} aria-hidden="true">
        {children}
      </span>
    );
  }
  return (
    <Link href={href} aria-label={label} title={label} className={look}>
      {children}
    </Link>
  );
}
