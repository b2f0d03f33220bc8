import type { ContentAttention } from "#app/domain/content-attention.ts";
import { paths } from "#app/domain/paths.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { useAuthorWords } from "./author-words.tsx";

/** What an author has to look at in a course, in sentences; one sentence when there is nothing. */
export function AttentionList({ attention }: { attention: ContentAttention }) {
  const t = useAuthorWords();
  const language = useLanguage();
  const { missing, behind, notRecorded, uncited, errors, warnings, minutes, outcomes, overdue } = attention;
  const lines = [
    { count: errors, text: t("status.needsErrors", { count: errors }) },
    { count: warnings, text: t("status.needsWarnings", { count: warnings }) },
    { count: missing, text: t("status.needsMissing", { count: missing }) },
    { count: behind, text: t("status.needsBehind", { count: behind }) },
    { count: notRecorded, text: t("status.needsRecord", { count: notRecorded }) },
    { count: uncited, text: t("status.needsUncited", { count: uncited }) },
    { count: outcomes, text: t("status.needsPractice", { count: outcomes }) },
    { count: minutes, text: t("status.needsMinutes", { count: minutes }) },
    { count: overdue, text: t("status.needsReview", { count: overdue }), to: paths.authorDue(language) },
  ].filter(({ count }) => count > 0);
  if (lines.length === 0) return <p>{t("status.allWell")}</p>;
  return (
    <ul>
      {lines.map(({ text, to }) => (
        <li key={text}>{to ? <Link to={to}>{text}</Link> : text}</li>
      ))}
    </ul>
  );
}
