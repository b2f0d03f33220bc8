import { formatDate } from "#app/domain/calendar-date.ts";
import type { SourceRow } from "#app/domain/content-status.ts";
import { paths } from "#app/domain/paths.ts";
import type { ReviewState } from "#app/domain/review-calendar.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { useAuthorWords } from "./author-words.tsx";
import { ReviewDay } from "./review-day.tsx";
import { TableFrame } from "./table-frame.tsx";

/** A source with its title in the reader's language, as far as it has one. */
export interface SourceLine
  extends Pick<SourceRow, "id" | "body" | "kind" | "url" | "confidence" | "owner" | "checkedOn" | "reviewBy" | "uses"> {
  title: string;
  review: ReviewState;
}

/** The sources of a course, each with who looks at it again by when, and with how much rests on it. */
export function SourceTable({ courseId, label, sources }: { courseId: string; label: string; sources: SourceLine[] }) {
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <TableFrame label={label}>
      <thead>
        <tr>
          <th scope="col">{t("sources.source")}</th>
          <th scope="col">{t("sources.reviewBy")}</th>
          <th scope="col">{t("sources.checkedOn")}</th>
          <th scope="col">{t("sources.owner")}</th>
          <th scope="col">{t("sources.confidence")}</th>
          <th scope="col">{t("sources.uses")}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={source.id}>
            <th scope="row" className="source-name">
              <Link to={paths.authorSource(language, courseId, source.id)}>{source.title}</Link>
              <span className="status-facts">
                {source.body}, {source.kind}, <code>{source.id}</code>
              </span>
              <span className="status-facts">
                <a href={source.url} rel="noreferrer" aria-label={t("sources.originalOf", { title: source.title })}>
                  {t("sources.original")}
                </a>
              </span>
            </th>
            <td>
              <ReviewDay day={source.reviewBy} state={source.review} />
            </td>
            <td>{formatDate(source.checkedOn, language)}</td>
            <td>{source.owner}</td>
            <td>{t(`sources.${source.confidence}`)}</td>
            <td>{source.uses > 0 ? t("sources.places", { count: source.uses }) : t("sources.unused")}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
