"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { startUpload } from "@/lib/imports/actions";
import { mostParts, partSize } from "@/lib/imports/domain/upload-limits";
import { FileChooser } from "./file-chooser";
import { type RunState, RunStatus } from "./run-status";
import { followRun, sendFile } from "./upload-request";

type Offer = { value: string; title: string };

/** Choice of a mapping and of data files; uploads them, checks them, and leads to the review. */
export function NewImport({ earlier, examples }: { earlier: Offer[]; examples: Offer[] }) {
  const t = useTranslations("data.new");
  const router = useRouter();
  const [choice, setChoice] = useState(earlier[0]?.value ?? "file");
  const [mappingFile, setMappingFile] = useState<File | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [missing, setMissing] = useState<{ mapping?: string; files?: string }>({});
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [state, setState] = useState<RunState>({ is: "idle" });

  const options = [
    ...earlier.map(({ value, title }) => ({ value, label: t("earlier", { title }) })),
    { value: "file", label: t("fromFile") },
    ...examples.map(({ value, title }) => ({ value, label: t("example", { title }) })),
  ];

  const wanting = () => {
    const large = files.find((file) => file.size > mostParts * partSize);
    const list = files.length === 0 ? t("needFiles") : undefined;
    return {
      mapping: choice === "file" && !mappingFile ? t("needMapping") : undefined,
      files: large ? t("tooLarge", { name: large.name }) : list,
    };
  };

  async function start() {
    const wanted = wanting();
    setMissing(wanted);
    setProblems([]);
    if (wanted.mapping || wanted.files) return;
    setState({ is: "running", progress: null });
    const text = choice === "file" ? ((await mappingFile?.text()) ?? "") : "";
    const { data, serverError } = (await startUpload({ choice, text })) ?? {};
    if (!data) return setState({ is: "failed", error: serverError ?? { code: "unexpected" } });
    if (!data.ok) {
      setProblems(data.problems);
      return setState({ is: "idle" });
    }
    await send(data.id);
  }

  async function send(id: string) {
    const onProgress = (progress: Parameters<Parameters<typeof followRun>[2]>[0]) =>
      setState({ is: "running", progress });
    for (const file of files) {
      const error = await sendFile(id, file, partSize, onProgress);
      if (error) return setState({ is: "failed", error });
    }
    const outcome = await followRun(id, { mode: "check", aliases: [] }, onProgress);
    if (!outcome.ok) return setState({ is: "failed", error: outcome.error });
    router.push(`/data/uploads/${id}`);
  }

  const names = files.map(({ name }) => name).join(", ");
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Field label={t("mapping")} hint={t("mappingHint")}>
        {(control) => (
          <Select {...control} options={options} value={choice} onValueChange={setChoice} />
        )}
      </Field>
      {choice === "file" ? (
        <FileChooser
          label={t("mappingFile")}
          error={missing.mapping}
          choose={t("chooseFile")}
          chosen={mappingFile?.name ?? null}
          accept=".json,application/json"
          onFiles={(chosen) => {
            setMappingFile(chosen[0] ?? null);
            setMissing({ ...missing, mapping: undefined });
          }}
        />
      ) : null}
      <FileChooser
        label={t("files")}
        hint={t("filesHint")}
        error={missing.files}
        choose={t("chooseFiles")}
        drop={t("dropHere")}
        chosen={files.length > 0 ? t("chosen", { count: files.length, names }) : null}
        accept=".csv,.tsv,.txt,.gz"
        multiple
        onFiles={(chosen) => {
          setFiles(chosen);
          setMissing({ ...missing, files: undefined });
        }}
      />
      {problems.length > 0 ? (
        <Banner tone="bad" title={t("badMapping")} live>
          <ul className="mt-1 list-disc pl-4 font-mono text-xs">
            {problems.map((problem) => (
              <li key={problem} className="break-words">
                {problem}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      <RunStatus state={state} />
      <div className="flex justify-end phone:*:flex-1">
        <Button type="submit" variant="primary" pending={state.is === "running"}>
          {t("check")}
        </Button>
      </div>
    </form>
  );
}
