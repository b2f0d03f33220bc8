/** CodeMirror for one file. Tab is left alone: it leaves the text, as everywhere else on the page. */
import { useEffect, useRef } from "react";
import { autocompletion, completionKeymap, type CompletionContext, snippetCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { yaml, yamlFrontmatter } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Language } from "#app/domain/language.ts";
import type { Finding } from "../api.ts";
import { type SuggestFacts, suggestionsAt } from "./suggest.ts";

/** By class, so that the colours are those of the studio's stylesheet, in light and in dark. */
const COLOURS = HighlightStyle.define([
  { tag: tags.heading, class: "word-heading" },
  { tag: tags.strong, class: "word-strong" },
  { tag: tags.emphasis, class: "word-emphasis" },
  { tag: [tags.link, tags.url], class: "word-link" },
  { tag: tags.quote, class: "word-quote" },
  { tag: [tags.tagName, tags.angleBracket], class: "word-tag" },
  { tag: [tags.attributeName, tags.propertyName, tags.definition(tags.propertyName)], class: "word-attribute" },
  { tag: [tags.attributeValue, tags.string], class: "word-value" },
  { tag: [tags.meta, tags.processingInstruction, tags.comment, tags.contentSeparator], class: "word-sign" },
]);

/** Nonce of the page, which the browser lets only its own scripts read. */
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";

function basics(name: string, language: Language | null): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    EditorView.lineWrapping,
    lineNumbers(),
    highlightSpecialChars(),
    syntaxHighlighting(COLOURS),
    name.endsWith(".yaml")
      ? yaml()
      : yamlFrontmatter({ content: markdown({ base: markdownLanguage, completeHTMLTags: false }) }),
    EditorView.contentAttributes.of({ tabindex: "0", ...(language ? { lang: language, spellcheck: "true" } : {}) }),
  ];
}

/** The list of problems grows below the text and makes the editor smaller; the cursor must not slip behind it. */
function cursorInView(): Extension {
  let height = 0;
  return EditorView.updateListener.of(({ view, geometryChanged }) => {
    if (!geometryChanged) return;
    const before = height;
    height = view.scrollDOM.clientHeight;
    if (height >= before || !view.hasFocus) return;
    // Not while the editor is still taking in the change that it reports.
    requestAnimationFrame(() => view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) }));
  });
}

export interface EditorHandle {
  /** Puts the cursor there, shows it, and gives the text the focus. */
  goTo(line: number, column: number): void;
  /** Replaces the whole text, so that it can be undone. */
  replace(text: string): void;
}

const KEPT_FIELDS = { history: historyField };

/** Text, cursor and undo history, as CodeMirror writes them. */
export interface KeptEditor {
  doc: string;
}

interface TextEditorProps {
  name: string;
  label: string;
  language: Language | null;
  /** What the editor begins with; with the cursor and history of `kept` if that is the same text. */
  text: string;
  kept: KeptEditor | null;
  findings: readonly Finding[];
  facts: SuggestFacts | null;
  phrases: Record<string, string>;
  onChange(text: string): void;
  onReady(handle: EditorHandle | null): void;
  /** With what brings the author back to where they were. */
  onLeave(kept: KeptEditor): void;
}

/** Give it the file's name as its key: one editor for one file. */
export function TextEditor(props: TextEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const current = useRef(props);
  current.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: an editor lives as long as its file is open; what changes is read from `current`
  useEffect(() => {
    if (!place.current) return;
    const extensions: Extension = [
      basics(props.name, props.language),
      labels.of(EditorView.contentAttributes.of({ "aria-label": props.label })),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      lintGutter(),
      EditorState.phrases.of(props.phrases),
      autocompletion({
        override: [(context) => complete(context, current.current.facts)],
        icons: false,
        // A tag that was just written has gaps to fill: what fits the first is offered at once.
        activateOnCompletion: () => true,
      }),
      keymap.of([...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) current.current.onChange(update.state.doc.toString());
      }),
      cursorInView(),
    ];
    const state =
      props.kept?.doc === props.text
        ? EditorState.fromJSON(props.kept, { extensions }, KEPT_FIELDS)
        : EditorState.create({ doc: props.text, extensions });
    const editor = new EditorView({ state, parent: place.current });
    view.current = editor;
    props.onReady({
      goTo(line, column) {
        const at = offsetOf(editor.state, line, column);
        editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
        editor.focus();
      },
      replace(text) {
        editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
      },
    });
    return () => {
      current.current.onLeave(editor.state.toJSON(KEPT_FIELDS) as KeptEditor);
      props.onReady(null);
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state, props.findings)));
  }, [props.findings]);

  useEffect(() => {
    const attributes = EditorView.contentAttributes.of({ "aria-label": props.label });
    view.current?.dispatch({ effects: labels.reconfigure(attributes) });
  }, [props.label]);

  return <div className="text-editor" ref={place} />;
}

const labels = new Compartment();

/** A text that can be read, searched and copied, and not changed. */
export function ReadOnlyText({
  name,
  label,
  language,
  text,
}: {
  name: string;
  label: string;
  language: Language | null;
  text: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const extensions = [
      basics(name, language),
      keymap.of([...searchKeymap, ...defaultKeymap]),
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true" }),
    ];
    const editor = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: place.current });
    return () => editor.destroy();
  }, [name, label, language, text]);
  return <div className="text-editor" ref={place} />;
}

function complete(context: CompletionContext, facts: SuggestFacts | null) {
  const found = facts && suggestionsAt(context.state.sliceDoc(0, context.pos), facts);
  if (!found) return null;
  return {
    from: context.pos - found.typed,
    options: found.options.map(({ label, detail, template }) => {
      const shown = { label, ...(detail ? { detail } : {}) };
      return template === undefined ? shown : snippetCompletion(template, shown);
    }),
  };
}

function offsetOf(state: EditorState, line: number, column: number): number {
  const found = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(found.from + Math.max(column, 1) - 1, found.to);
}

/** A finding names a place; the mark reaches to the end of the word that stands there, or of the line. */
function diagnosticsOf(state: EditorState, findings: readonly Finding[]): Diagnostic[] {
  return findings.map(({ line, column, severity, message, fix }) => {
    const from = offsetOf(state, line, column);
    const end = state.doc.lineAt(from).to;
    const word = /^\s*\S+/.exec(state.sliceDoc(from, end))?.[0].length ?? end - from;
    return {
      from,
      to: Math.min(from + Math.max(word, 1), end),
      severity,
      message: `${message} → ${fix}`,
      renderMessage() {
        const text = document.createElement("span");
        text.lang = "en";
        text.textContent = `${message} → ${fix}`;
        return text;
      },
    };
  });
}
