"use client";
import { type FormEvent, useId, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/input";
import { submitAnswer } from "@/lib/feedback/actions/links";

type AnswerFormProps = {
  token: string;
  /** Made for each time the form is opened. */
  formKey: string;
  lang: string;
  scores: readonly number[];
  texts: {
    question: string;
    worst: string;
    best: string;
    text: string;
    contact: string;
    website: string;
    send: string;
    privacy: string;
    problems: { tooManyAttempts: string; formLinkInvalid: string; other: string };
  };
};

/** A form sends to an action and goes where it redirects; what it returns is for JavaScript only. */
const send = submitAnswer as unknown as (data: FormData) => Promise<void>;

/**
 * The public form. Without JavaScript the browser sends it; with JavaScript an error is shown in
 * place and what was typed stays.
 */
export function AnswerForm({ token, formKey, lang, scores, texts }: AnswerFormProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function inPage(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    data.set("inPage", "1");
    setBusy(true);
    const result = await submitAnswer(data).catch(() => ({ serverError: { code: "other" } }));
    const failed =
      result?.serverError ??
      (result && "validationErrors" in result && result.validationErrors
        ? { code: "other" }
        : null);
    if (!failed) return;
    setBusy(false);
    const known: Record<string, string> = texts.problems;
    setProblem(known[failed.code] ?? texts.problems.other);
  }
  return (
    <form action={send} onSubmit={(event) => void inPage(event)} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="lang" value={lang} />
      {problem ? (
        <Banner tone="bad" live>
          {problem}
        </Banner>
      ) : null}
      <fieldset>
        <legend className="mb-2 font-medium">{texts.question}</legend>
        <div className="flex flex-wrap gap-1.5">
          {scores.map((score) => (
            <label
              key={score}
              className="relative inline-flex size-11 cursor-pointer items-center justify-center rounded-control border border-line2 bg-surface tabular-nums hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent phone:size-12"
            >
              <input
                type="radio"
                name="score"
                value={score}
                required
                className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-control focus-visible:outline-none"
              />
              {score}
            </label>
          ))}
        </div>
        <p className="mt-1.5 flex justify-between gap-4 text-muted text-xs">
          <span>{texts.worst}</span>
          <span>{texts.best}</span>
        </p>
      </fieldset>
      <div>
        <label htmlFor={`${id}-text`} className="mb-1 block text-ink2 text-sm">
          {texts.text}
        </label>
        <Textarea id={`${id}-text`} name="text" rows={4} maxLength={4000} />
      </div>
      <div>
        <label htmlFor={`${id}-contact`} className="mb-1 block text-ink2 text-sm">
          {texts.contact}
        </label>
        <Input id={`${id}-contact`} name="contact" maxLength={200} autoComplete="name" />
      </div>
      <div className="absolute -left-[10000px]" aria-hidden="true">
        <label htmlFor={`${id}-website`}>{texts.website}</label>
        <input id={`${id}-website`} name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <Button type="submit" variant="primary" size="lg" pending={busy}>
        {texts.send}
      </Button>
      <p className="text-muted text-xs">{texts.privacy}</p>
    </form>
  );
}
