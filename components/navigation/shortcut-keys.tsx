"use client";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { noteVisit } from "./recent";
import {
  asksForSearch,
  type GoKey,
  isForShortcuts,
  moveInList,
  press,
  singleKeysOn,
} from "./shortcuts";

// Not next/dynamic: on every page its own code would weigh more than this.
const ShortcutSheet = lazy(() => import("./shortcut-sheet"));

/** Milliseconds in which the second key must follow `g`. */
const SECOND_KEY = 1500;

/** Listens for the product's keys, and shows them all on `?`. */
export function ShortcutKeys({ go }: { go: readonly GoKey[] }) {
  const t = useTranslations("navigation.shortcuts");
  const router = useRouter();
  const path = usePathname();
  const [help, setHelp] = useState(false);
  const going = useRef(0);
  useEffect(() => noteVisit(path), [path]);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (asksForSearch(event)) {
        event.preventDefault();
        press("/");
      } else if (isForShortcuts(event) && singleKeysOn() && act(event)) event.preventDefault();
    }
    /** True where the key did something. */
    function act({ key, timeStamp }: KeyboardEvent): boolean {
      const place = timeStamp - going.current < SECOND_KEY && go.find((one) => one.key === key);
      going.current = key === "g" ? timeStamp : Number.NEGATIVE_INFINITY;
      if (place) router.push(place.href);
      else if (key === "?") setHelp(true);
      else if (key === "j" || key === "k") return moveInList(key === "j" ? 1 : -1);
      else return key !== "g" && press(key);
      return true;
    }
    going.current = Number.NEGATIVE_INFINITY;
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [go, router]);
  return (
    <>
      <button
        type="button"
        hidden
        tabIndex={-1}
        aria-keyshortcuts="?"
        onClick={() => setHelp(true)}
      />
      <Dialog title={t("title")} open={help} onOpenChange={setHelp} width="lg">
        <Suspense>
          <ShortcutSheet go={go} />
        </Suspense>
      </Dialog>
    </>
  );
}
