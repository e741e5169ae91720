"use client";
import { useEffect, useState } from "react";

export type Density = "normal" | "compact";

/** Row height of a table, remembered on this device. */
export function useDensity(tableId: string) {
  const key = `closeloop.density.${tableId}`;
  const [density, setDensity] = useState<Density>("normal");
  useEffect(() => {
    if (localStorage.getItem(key) === "compact") setDensity("compact");
  }, [key]);
  return [
    density,
    (next: Density) => {
      setDensity(next);
      localStorage.setItem(key, next);
    },
  ] as const;
}
