import { useEffect, useRef, useState } from "react";
import type { CheckReply, Preview } from "../api.ts";
import type { Documents } from "./documents.ts";
import { askCheck } from "./requests.ts";

/** Milliseconds without a keystroke before the text is checked. */
export const PAUSE = 250;

export interface Checked {
  /** Of this file, and null until the first answer is in. */
  reply: CheckReply | null;
  /** The newest preview that could be made. */
  preview: Preview | null;
  /** Whether the newest text could not be shown. */
  previewIsOld: boolean;
  /** Whether the reply is about an older text. */
  checking: boolean;
  /** Whether the server did not answer. */
  lost: boolean;
}

const NOTHING: Checked = { reply: null, preview: null, previewIsOld: false, checking: true, lost: false };

/**
 * Checks the text of a file, and whatever else is unsaved, after each pause in writing.
 * @param name the file; null while it is not open
 * @param version changes with each change of any text
 */
export function useCheck(documents: Documents, name: string | null, version: number): Checked {
  const [checked, setChecked] = useState<Checked & { name: string | null }>({ ...NOTHING, name: null });
  const sent = useRef("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for every text that `documents` holds
  useEffect(() => {
    if (name === null) return;
    const drafts = documents.unsaved();
    // Saving changes the list of what is unsaved, and not one letter of what is checked.
    const key = JSON.stringify([name, documents.find(name)?.text, drafts.filter(([draft]) => draft !== name)]);
    if (key === sent.current) return;
    const isNewFile = !sent.current.startsWith(JSON.stringify([name]).slice(0, -1));
    const abort = new AbortController();
    setChecked((known) => (known.name === name ? { ...known, checking: true } : { ...NOTHING, name }));
    const timer = setTimeout(
      async () => {
        try {
          const reply = await askCheck(name, drafts, abort.signal);
          sent.current = key;
          setChecked((known) => ({
            name,
            reply,
            preview: reply.preview ?? (known.name === name ? known.preview : null),
            previewIsOld: reply.preview === null,
            checking: false,
            lost: false,
          }));
        } catch {
          if (!abort.signal.aborted) setChecked((known) => ({ ...known, checking: false, lost: true }));
        }
      },
      isNewFile ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [documents, name, version]);

  return checked.name === name ? checked : NOTHING;
}
