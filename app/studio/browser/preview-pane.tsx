import { useEffect, useRef, useState } from "react";
import { isLanguage } from "#app/domain/language.ts";
import type { FrameMessage, Preview } from "../api.ts";
import type { Checked } from "./use-check.ts";
import { useWords } from "./words/studio-words.ts";

/** The lesson as learners see it, in a frame of its own: its width is the frame's, its styles are the product's alone. */
export function PreviewPane({ checked, onOpen }: { checked: Checked; onOpen: (name: string) => void }) {
  const words = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const newest = useRef<Preview | null>(null);
  const [shown, setShown] = useState("");
  const { preview, previewIsOld, checking } = checked;

  useEffect(() => {
    newest.current = preview;
    if (preview) tell(frame.current, preview);
  }, [preview]);

  useEffect(() => {
    const listen = (event: MessageEvent<FrameMessage>) => {
      if (event.source !== frame.current?.contentWindow || event.origin !== window.location.origin) return;
      if (event.data.kind === "ready" && newest.current) tell(frame.current, newest.current);
      if (event.data.kind === "shown") setShown(event.data.module);
      if (event.data.kind === "open") {
        const name = nameOfPath(event.data.path);
        if (name !== null) onOpen(name);
      }
    };
    window.addEventListener("message", listen);
    return () => window.removeEventListener("message", listen);
  }, [onOpen]);

  const note =
    preview === null ? (checking ? words.loading : words.previewNone) : previewIsOld ? words.previewOld : null;
  return (
    <div className="preview-pane" data-shown={shown}>
      <div role="status">{note && <p className="preview-note">{note}</p>}</div>
      <iframe ref={frame} src="/preview" title={words.previewTitle} />
    </div>
  );
}

function tell(frame: HTMLIFrameElement | null, preview: Preview): void {
  const message: FrameMessage = { kind: "show", preview };
  frame?.contentWindow?.postMessage(message, window.location.origin);
}

/** The file behind an address of the product; null for an address that is no page of a course. */
function nameOfPath(path: string): string | null {
  const [, language, courses, course, ...rest] = (path.split(/[?#]/)[0] ?? "").split("/");
  const isPage = courses === "courses" && course && (rest.length === 2 || rest[0] === "welcome");
  return isLanguage(language) && isPage ? [course, ...rest, `${language}.mdx`].join("/") : null;
}
