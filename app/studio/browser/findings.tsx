import type { Finding } from "../api.ts";
import { fileHash } from "./place.ts";
import { useWords } from "./words/studio-words.ts";

/**
 * Findings in words. The check speaks English, whatever the language of the studio.
 * @param onGo goes to the place in the open file; without it, a finding links to its file
 */
export function FindingLines({
  findings,
  onGo,
}: {
  findings: readonly Finding[];
  onGo?: (line: number, column: number) => void;
}) {
  const words = useWords();
  return (
    <ol className="findings">
      {findings.map((finding, index) => {
        const { file, name, line, column, severity, code, message, fix } = finding;
        const place = `${file}:${line}:${column}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be wrong twice in one place
          <li key={`${place} ${code} ${index}`} className={`finding finding-${severity}`}>
            <p className="finding-head">
              <strong>{words[severity]}</strong>{" "}
              {onGo ? (
                <button type="button" className="text-button" onClick={() => onGo(line, column)}>
                  {words.line(line)}
                </button>
              ) : (
                name !== null && <a href={fileHash(name)}>{words.line(line)}</a>
              )}
            </p>
            <p lang="en">{message}</p>
            <p>
              <span className="finding-mend">{words.mend}</span> <span lang="en">{fix}</span>
            </p>
            <p className="finding-place">
              <code>{place}</code> <code>{code}</code>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
