"use client";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../ui/button";
import { Menu, MenuCheck, MenuRadioGroup, MenuSeparator } from "../ui/menu";
import type { TableColumn } from "./table-types";
import type { Density } from "./use-density";

type TableOptionsProps = {
  columns: readonly TableColumn[];
  /** Ids of hidden columns, joined by commas. */
  hidden: string;
  onHiddenChange: (hidden: string) => void;
  density: Density;
  onDensityChange: (density: Density) => void;
};

/** Menu with the row height and the columns to show. */
export function TableOptions({
  columns,
  hidden,
  onHiddenChange,
  density,
  onDensityChange,
}: TableOptionsProps) {
  const t = useTranslations("common");
  const off = hidden.split(",").filter(Boolean);
  const toggle = (id: string, on: boolean) =>
    onHiddenChange((on ? off.filter((other) => other !== id) : [...off, id]).join(","));
  return (
    <Menu
      trigger={
        <IconButton label={t("tableOptions")} icon={<SlidersHorizontal aria-hidden="true" />} />
      }
    >
      <MenuRadioGroup
        label={t("density")}
        value={density}
        onValueChange={(next) => onDensityChange(next === "compact" ? "compact" : "normal")}
        options={[
          { value: "normal", label: t("densityNormal") },
          { value: "compact", label: t("densityCompact") },
        ]}
      />
      <MenuSeparator />
      {columns.slice(1).map((column) => (
        <MenuCheck
          key={column.id}
          checked={!off.includes(column.id)}
          disabled={column.hideable === false}
          onCheckedChange={(on) => toggle(column.id, on)}
        >
          {column.label}
        </MenuCheck>
      ))}
    </Menu>
  );
}
