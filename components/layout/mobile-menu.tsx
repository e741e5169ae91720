"use client";
import { Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { IconButton } from "../ui/button";
import { Sheet } from "../ui/sheet";

/** Button of the phone's top bar that opens the navigation; closes when the page changes. */
export function MobileMenu({
  label,
  title,
  children,
}: {
  label: string;
  title: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes on every change of the address
  useEffect(() => setOpen(false), [path]);
  return (
    <Sheet
      side="left"
      title={title}
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton label={label} icon={<MenuIcon aria-hidden="true" />} />}
    >
      <div className="-mx-2">{children}</div>
    </Sheet>
  );
}
