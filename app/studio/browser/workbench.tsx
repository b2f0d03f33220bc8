import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { isLanguage, LANGUAGES, type Language } from "#app/domain/language.ts";
import { LANGUAGE_NAMES } from "#app/ui/shell.tsx";
import type { CourseFacts, Facts, Finding, PageEntry } from "../api.ts";
import { type Documents, isUnsaved, type OpenDocument, useDocuments } from "./documents.ts";
import { FindingLines } from "./findings.tsx";
import { fileHash } from "./place.ts";
import { PreviewPane } from "./preview-pane.tsx";
import { type EditorHandle, ReadOnlyText, TextEditor } from "./text-editor.tsx";
import { useCheck } from "./use-check.ts";
import { StudioLanguage, useWords } from "./words/studio-words.ts";

/** Milliseconds between two looks at the disk. */
const LOOK = 2000;

type Side = "preview" | "source" | "disk";

/** One file: its text, what the check finds in it, and the lesson or another text beside it. */
export function Workbench({
  name,
  facts,
  documents,
  onSaved,
}: {
  name: string;
  facts: Facts;
  documents: Documents;
  onSaved: () => void;
}) {
  const words = useWords();
  const version = useDocuments(documents);
  const document = documents.find(name);
  const editor = useRef<EditorHandle | null>(null);
  const [side, setSide] = useState<Side>("preview");
  const course = facts.courses.find(({ id }) => name.startsWith(`${id}/`)) ?? null;
  const page = course?.pages.find(({ files }) => LANGUAGES.some((one) => files[one].name === name)) ?? null;
  const language = languageOf(name);
  const source = page && course && course.sourceLanguage !== language ? page.files[course.sourceLanguage].name : null;
  const checked = useCheck(documents, document ? name : null, version);
  const findings = checked.reply?.findings ?? [];
  const own = useMemo(() => (checked.reply?.findings ?? []).filter((one) => one.name === name), [checked.reply, name]);

  useOpen(documents, name);
  useOpen(documents, side === "source" ? source : null);
  useLooking(documents, name, checked.reply?.disk, editor);

  const save = useCallback(async () => {
    await documents.save(name);
    const saved = documents.find(name);
    if (saved && !isUnsaved(saved)) onSaved();
  }, [documents, name, onSaved]);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      void save();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [save]);

  if (!document) return <p className="page">{words.loading}</p>;
  if (document.problem) {
    const why = {
      "too-large": words.readOnlyLarge,
      "not-utf-8": words.readOnlyBytes,
      "not-found": words.notFound,
    } as const;
    return (
      <div className="page">
        <BackLink />
        <h1 className="file-name">{name}</h1>
        <p className="notice notice-warning">{why[document.problem]}</p>
      </div>
    );
  }

  const shownSide = (side === "source" && !source) || (side === "disk" && !document.conflict?.disk) ? "preview" : side;
  const suggestFacts = course && language && { vocabulary: facts.vocabulary, course, page, language };
  const begin = async () => {
    if (source === null) return;
    await documents.open(source);
    editor.current?.replace(documents.find(source)?.text ?? "");
  };
  return (
    <div className="workbench">
      <div className="workbench-bar">
        <div>
          <BackLink />
          <h1 className="file-name">{name}</h1>
        </div>
        {page && <Translations page={page} name={name} findings={findings} documents={documents} />}
        <div className="saving">
          <SaveState document={document} />
          <button type="button" className="button button-small" onClick={() => void save()}>
            {words.save}
          </button>
        </div>
      </div>
      {document.conflict && (
        <Conflict
          gone={document.conflict.disk === null}
          onSee={() => setSide("disk")}
          onKeep={() => void documents.keepMine(name).then(onSaved)}
          onTake={() => {
            const text = documents.takeDisk(name);
            if (text !== null) editor.current?.replace(text);
          }}
        />
      )}
      {document.reloaded && (
        <p className="notice" role="status">
          {words.reloaded}
        </p>
      )}
      {checked.lost && (
        <p className="notice notice-warning" role="alert">
          {words.lost}
        </p>
      )}
      {document.base === null && (
        <div className="notice">
          <p>{words.newPage}</p>
          {source && course && (
            <button type="button" className="button button-quiet button-small" onClick={() => void begin()}>
              {words.beginWith(LANGUAGE_NAMES[course.sourceLanguage])}
            </button>
          )}
        </div>
      )}
      <div className="workbench-panes">
        <div className="workbench-text">
          <TextEditor
            key={name}
            name={name}
            label={words.editor(name)}
            language={language}
            text={document.text}
            kept={document.kept}
            findings={own}
            facts={suggestFacts}
            phrases={words.searchPhrases}
            onChange={(text) => documents.edit(name, text)}
            onReady={(handle) => {
              editor.current = handle;
            }}
            onLeave={(kept) => documents.keep(name, kept)}
          />
          <FindingsPanel
            name={name}
            page={page}
            findings={findings}
            own={own}
            isOld={checked.checking}
            onGo={(line, column) => editor.current?.goTo(line, column)}
          />
          <p className="keyboard-hint">{words.keyboard}</p>
        </div>
        <section className="workbench-side" aria-label={words.side}>
          <SideSwitch
            side={shownSide}
            onChange={setSide}
            source={source && course ? course.sourceLanguage : null}
            hasDisk={Boolean(document.conflict?.disk)}
          />
          {shownSide === "preview" &&
            (page ? (
              <PreviewPane checked={checked} onOpen={openFile} />
            ) : (
              <p className="preview-note">{words.previewData}</p>
            ))}
          {shownSide === "source" && source && course && (
            <SourceText name={source} course={course} document={documents.find(source)} />
          )}
          {shownSide === "disk" && document.conflict?.disk && (
            <ReadOnlyText name={name} label={words.diskText} language={language} text={document.conflict.disk.text} />
          )}
        </section>
      </div>
    </div>
  );
}

function openFile(name: string): void {
  window.location.hash = fileHash(name);
}

function useOpen(documents: Documents, name: string | null): void {
  useEffect(() => {
    // A server that is gone is told by the check, which tries again.
    if (name !== null) documents.open(name).catch(() => undefined);
  }, [documents, name]);
}

/** Looks at the disk every now and then, and when a check has seen another version there. */
function useLooking(
  documents: Documents,
  name: string,
  disk: string | null | undefined,
  editor: { current: EditorHandle | null },
): void {
  const look = useCallback(async () => {
    try {
      const text = await documents.look(name);
      if (text !== null) editor.current?.replace(text);
    } catch {
      // The next look tries again; saving says that the server is gone.
    }
  }, [documents, name, editor]);
  useEffect(() => {
    if (disk !== undefined && disk !== documents.find(name)?.base) void look();
  }, [documents, name, disk, look]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!window.document.hidden) void look();
    }, LOOK);
    return () => clearInterval(timer);
  }, [look]);
}

function BackLink() {
  return (
    <p className="crumb">
      <a href="#/">{useWords().back}</a>
    </p>
  );
}

function SaveState({ document }: { document: OpenDocument }) {
  const words = useWords();
  const refusals = {
    "too-large": words.tooLarge,
    "not-utf-8": words.readOnlyBytes,
    "not-a-course-file": words.notAFile,
    lost: words.lost,
  } as const;
  const state = document.saving
    ? words.saving
    : isUnsaved(document)
      ? words.unsaved
      : document.base === null
        ? words.missing
        : words.saved;
  return (
    <p className={`save-state ${isUnsaved(document) ? "is-unsaved" : ""}`} role="status">
      {document.refusal ? refusals[document.refusal] : state}
    </p>
  );
}

function Translations({
  page,
  name,
  findings,
  documents,
}: {
  page: PageEntry;
  name: string;
  findings: readonly Finding[];
  documents: Documents;
}) {
  const words = useWords();
  return (
    <nav className="translations" aria-label={words.languages}>
      <ul>
        {LANGUAGES.map((language) => {
          const file = page.files[language];
          const count = findings.filter((one) => one.name === file.name).length;
          const open = documents.find(file.name);
          const notes = [
            ...(file.exists || open?.base ? [] : [words.missing]),
            ...(count > 0 ? [words.problems(count)] : []),
            ...(open && isUnsaved(open) ? [words.unsavedMark] : []),
          ];
          return (
            <li key={language}>
              <a href={fileHash(file.name)} aria-current={file.name === name ? "page" : undefined}>
                <span lang={language}>{LANGUAGE_NAMES[language]}</span>
                {notes.length > 0 && ` (${notes.join(", ")})`}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Conflict({
  gone,
  onSee,
  onKeep,
  onTake,
}: {
  gone: boolean;
  onSee: () => void;
  onKeep: () => void;
  onTake: () => void;
}) {
  const words = useWords();
  return (
    <div className="notice notice-warning" role="alert">
      <p>{gone ? words.gone : words.conflict}</p>
      <p className="actions">
        {!gone && (
          <>
            <button type="button" className="button button-small" onClick={onSee}>
              {words.seeDisk}
            </button>
            <button type="button" className="button button-quiet button-small" onClick={onTake}>
              {words.takeDisk}
            </button>
          </>
        )}
        <button type="button" className="button button-quiet button-small" onClick={onKeep}>
          {gone ? words.writeAgain : words.keepMine}
        </button>
      </p>
    </div>
  );
}

function FindingsPanel({
  name,
  page,
  findings,
  own,
  isOld,
  onGo,
}: {
  name: string;
  page: PageEntry | null;
  findings: readonly Finding[];
  own: readonly Finding[];
  isOld: boolean;
  onGo: (line: number, column: number) => void;
}) {
  const words = useWords();
  const siblings = LANGUAGES.map((language) => page?.files[language].name).filter((one) => one && one !== name);
  const near = findings.filter((one) => siblings.includes(one.name ?? ""));
  const rest = findings.length - own.length - near.length;
  return (
    <section className="findings-panel" aria-label={words.findings}>
      <h2>{words.findings}</h2>
      <p role="status" className={isOld ? "is-old" : undefined}>
        {isOld && own.length === 0
          ? words.findingsOld
          : own.length === 0
            ? words.findingsNone
            : words.findingsCount(own.length)}
      </p>
      <FindingLines findings={own} onGo={onGo} />
      {near.length > 0 && (
        <>
          <h3>{words.elsewhere}</h3>
          <FindingLines findings={near} />
        </>
      )}
      {rest > 0 && (
        <p>
          <a href="#/">{words.elsewhereCount(rest)}</a>
        </p>
      )}
    </section>
  );
}

function SideSwitch({
  side,
  onChange,
  source,
  hasDisk,
}: {
  side: Side;
  onChange: (side: Side) => void;
  source: Language | null;
  hasDisk: boolean;
}) {
  const words = useWords();
  const sides: [Side, string][] = [
    ["preview", words.preview],
    ...(source ? [["source", words.sourceText(LANGUAGE_NAMES[source])] as [Side, string]] : []),
    ...(hasDisk ? [["disk", words.diskText] as [Side, string]] : []),
  ];
  return (
    <div className="side-switch">
      {sides.map(([one, label]) => (
        <button key={one} type="button" aria-pressed={one === side} onClick={() => onChange(one)}>
          {label}
        </button>
      ))}
    </div>
  );
}

function SourceText({
  name,
  course,
  document,
}: {
  name: string;
  course: CourseFacts;
  document: OpenDocument | undefined;
}) {
  const words = useWords();
  const studio = useContext(StudioLanguage);
  if (!document) return <p className="preview-note">{words.loading}</p>;
  const label = words.sourceText(LANGUAGE_NAMES[course.sourceLanguage]);
  return <ReadOnlyText key={studio} name={name} label={label} language={course.sourceLanguage} text={document.text} />;
}

function languageOf(name: string): Language | null {
  const last = name
    .split("/")
    .at(-1)
    ?.replace(/\.mdx$/, "");
  return isLanguage(last) ? last : null;
}
