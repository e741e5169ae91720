"use client";
import { TablePagination } from "./table-pagination";
import { useUrlState } from "./use-url-state";

/** Pagination by the address (`?page=2&size=50`) for lists that are no DataTable. */
export function Pagination({
  prefix,
  ...rest
}: {
  total: number;
  page: number;
  pageSize: number;
  prefix?: string;
}) {
  const url = useUrlState(["page", "size"], prefix);
  return <TablePagination {...rest} url={url} />;
}
