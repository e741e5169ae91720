"use client";
import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Field } from "@/components/ui/field";

type FileChooserProps = {
  label: string;
  hint?: string;
  error?: string;
  /** On the button. */
  choose: string;
  /** Beside the button on wide screens. */
  drop?: string;
  /** The chosen files in words. */
  chosen: string | null;
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
};

/** Files by dialog or by dropping them; the native input stays reachable by keyboard. */
export function FileChooser(props: FileChooserProps) {
  const { label, hint, error, choose, drop, chosen, accept, multiple, onFiles } = props;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const dropFiles = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same
        <div
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropFiles}
          className={cx(
            "rounded-control border border-dashed px-3 py-3 text-sm transition-colors",
            over ? "border-accent bg-accent-soft" : "border-edge bg-sunken",
          )}
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <input
              {...control}
              ref={input}
              type="file"
              accept={accept}
              multiple={multiple}
              onChange={(event) => onFiles([...(event.target.files ?? [])])}
              className="peer sr-only"
            />
            <button
              type="button"
              tabIndex={-1}
              aria-hidden="true"
              onClick={() => input.current?.click()}
              className={cx(
                buttonClass("secondary"),
                "peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2",
              )}
            >
              <Upload aria-hidden="true" />
              {choose}
            </button>
            {drop ? <span className="text-muted phone:hidden">{drop}</span> : null}
          </div>
          {chosen ? <p className="mt-2 break-words text-ink2">{chosen}</p> : null}
        </div>
      )}
    </Field>
  );
}
