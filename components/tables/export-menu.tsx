"use client";
import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { Button } from "../ui/button";
import { Menu, MenuItem } from "../ui/menu";

type ExportMenuProps = {
  /** Address of the export; gets the page's own parameters and `format`. */
  href: string;
  label: string;
  formats: readonly { value: string; label: string }[];
};

/** Downloads exactly the filtered list in its order, all pages of it. */
export function ExportMenu({ href, label, formats }: ExportMenuProps) {
  const params = useSearchParams();
  function download(format: string) {
    const query = new URLSearchParams(params);
    query.delete("page");
    query.delete("size");
    query.set("format", format);
    window.location.assign(`${href}?${query}`);
  }
  return (
    <Menu
      trigger={
        <Button variant="secondary" icon={<Download aria-hidden="true" />}>
          {label}
        </Button>
      }
    >
      {formats.map((format) => (
        <MenuItem key={format.value} onClick={() => download(format.value)}>
          {format.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
