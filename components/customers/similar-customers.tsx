"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormState } from "@/components/forms/form-context";
import { useCommand } from "@/components/forms/use-command";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { askOwnerOfSimilar, findSimilarCustomers } from "@/lib/customers/actions/similar";

type Found = {
  /** null: not looked for. */
  hidden: boolean | null;
  seen: { id: string; name: string; location: string | null; owner: string | null }[];
};
const NOTHING: Found = { hidden: false, seen: [] };
const WAIT = 400;

/** The name to compare: what was typed last, in either language. */
function useSimilar(names: readonly string[], exceptId: string | null): Found & { name: string } {
  const [found, setFound] = useState<Found & { name: string }>({ ...NOTHING, name: "" });
  const [first = "", second = ""] = names.map((name) => name.trim());
  useEffect(() => {
    const asked = [...new Set([first, second])].filter((name) => name.length >= 2);
    let stale = false;
    const timer = setTimeout(async () => {
      const answers = await Promise.all(
        asked.map((name) => findSimilarCustomers({ name, exceptId }).catch(() => undefined)),
      );
      if (stale) return;
      const data = answers.map((answer) => answer?.data ?? NOTHING);
      const seen = new Map(data.flatMap((one) => one.seen).map((one) => [one.id, one]));
      const hiddenBy = data.findIndex((one) => one.hidden);
      const unknown = data.some((one) => one.hidden === null);
      setFound({
        seen: [...seen.values()].slice(0, 5),
        hidden: hiddenBy >= 0 ? true : unknown ? null : false,
        name: asked[hiddenBy] ?? "",
      });
    }, WAIT);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [first, second, exceptId]);
  return found;
}

/**
 * While a name is typed: customers that may be the same one. One that the person may not see shows only
 * as "there is one", with the way to ask who has it. Saving stays possible.
 */
export function SimilarCustomers({ exceptId = null }: { exceptId?: string | null }) {
  const t = useTranslations("customers.similar");
  const { values } = useFormState();
  const { seen, hidden, name } = useSimilar([String(values.name), String(values.nameEn)], exceptId);
  if (seen.length === 0 && hidden === null) return <Banner live>{t("paused")}</Banner>;
  if (seen.length === 0 && !hidden) return null;
  return (
    <Banner tone="warn" live title={t(seen.length > 0 ? "title" : "hiddenTitle")}>
      {seen.length > 0 ? (
        <ul className="mt-1 grid gap-0.5">
          {seen.map((one) => (
            <li key={one.id}>
              <a className="link" href={`/customers/${one.id}`} target="_blank" rel="noreferrer">
                {one.name}
              </a>
              <span className="text-muted">
                {[one.location, one.owner].filter(Boolean).map((part) => ` · ${part}`)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {hidden ? <HiddenOne key={name} name={name} also={seen.length > 0} /> : null}
    </Banner>
  );
}

function HiddenOne({ name, also }: { name: string; also: boolean }) {
  const t = useTranslations("customers.similar");
  const run = useCommand();
  const [asked, setAsked] = useState<"no" | "now" | "before">("no");
  async function ask() {
    const done = await run(askOwnerOfSimilar({ name, note: null }));
    if (done) setAsked(typeof done === "object" && done.asked > 0 ? "now" : "before");
  }
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-2">
      <span>{t(also ? "hiddenAlso" : "hidden")}</span>
      {asked === "no" ? (
        <Button size="sm" onClick={() => void ask()}>
          {t("ask")}
        </Button>
      ) : (
        <span role="status" className="text-good">
          {t(asked === "now" ? "asked" : "askedBefore")}
        </span>
      )}
    </div>
  );
}
