"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { discardUpload } from "@/lib/imports/actions";
import type { Alias } from "@/lib/imports/domain/report";
import { type RunState, RunStatus } from "./run-status";
import { followRun } from "./upload-request";

/** A proposed alias with its texts; `clear` ones are the only likely candidate. */
export type Proposal = { alias: Alias; clear: boolean; label: string; hint: string };

type ReviewActionsProps = {
  uploadId: string;
  proposals: readonly Proposal[];
  /** Aliases the last check was made with. */
  applied: readonly Alias[];
  rejected: number;
  checked: boolean;
};

const keyOf = ({ kind, value, target }: Alias) => JSON.stringify([kind, value, target]);

/** Ticks for proposed aliases, and the buttons that check again, import or discard. */
export function ReviewActions(props: ReviewActionsProps) {
  const { uploadId, proposals, applied, rejected, checked } = props;
  const t = useTranslations("data");
  const router = useRouter();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [state, setState] = useState<RunState>({ is: "idle" });
  const [refreshing, refresh] = useTransition();
  const running = state.is === "running" || refreshing;
  const chosen = proposals.map(({ alias }) => alias).filter((a) => ticked.includes(keyOf(a)));

  async function run(mode: "check" | "import") {
    setState({ is: "running", progress: null });
    const aliases = [...applied, ...chosen];
    const outcome = await followRun(uploadId, { mode, aliases }, (progress) =>
      setState({ is: "running", progress }),
    );
    if (!outcome.ok) return setState({ is: "failed", error: outcome.error });
    if (mode === "import") {
      toast(t("review.imported"));
      return router.push(`/data/batches/${outcome.done}`);
    }
    // Busy until the new report is here: importing before would leave the ticked aliases out.
    refresh(() => {
      router.refresh();
      setTicked([]);
      setState({ is: "idle" });
    });
  }

  async function discard() {
    await discardUpload({ id: uploadId });
    router.push("/data");
  }

  return (
    <div className="grid gap-3">
      {proposals.length > 0 ? (
        <fieldset className="grid gap-1">
          <legend className="font-semibold">{t("aliases.title")}</legend>
          <p className="mb-1 text-muted text-sm">{t("aliases.sub")}</p>
          {proposals.map(({ alias, label, hint }) => (
            <Checkbox
              key={keyOf(alias)}
              label={label}
              hint={hint}
              checked={ticked.includes(keyOf(alias))}
              onCheckedChange={(on) => setTicked((all) => withAlias(all, proposals, alias, on))}
            />
          ))}
        </fieldset>
      ) : null}
      <RunStatus state={state} />
      <div className="flex flex-wrap justify-end gap-2 phone:*:flex-1">
        <ConfirmDialog
          title={t("review.discardTitle")}
          confirmLabel={t("review.discard")}
          danger
          trigger={<Button disabled={running}>{t("review.discard")}</Button>}
          onConfirm={discard}
        >
          {t("review.discardText")}
        </ConfirmDialog>
        <Button
          variant={checked && chosen.length === 0 ? "secondary" : "primary"}
          pending={running}
          onClick={() => void run("check")}
        >
          {chosen.length > 0 ? t("aliases.apply") : t("review.checkAgain")}
        </Button>
        {checked && chosen.length === 0 ? (
          <Button
            variant={rejected > 0 ? "secondary" : "primary"}
            pending={running}
            onClick={() => void run("import")}
          >
            {rejected > 0 ? t("review.confirmWithRejected") : t("review.confirm")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** One value can mean one thing only: ticking a proposal unticks the others for the same value. */
function withAlias(
  ticked: readonly string[],
  proposals: readonly Proposal[],
  alias: Alias,
  on: boolean,
): string[] {
  const rivals = proposals
    .filter((each) => each.alias.kind === alias.kind && each.alias.value === alias.value)
    .map((each) => keyOf(each.alias));
  const others = ticked.filter((key) => !rivals.includes(key));
  return on ? [...others, keyOf(alias)] : others;
}
