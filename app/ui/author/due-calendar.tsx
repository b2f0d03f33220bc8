import { formatDate } from "#app/domain/calendar-date.ts";
import { formatMonth } from "#app/domain/calendar-month.ts";
import { paths } from "#app/domain/paths.ts";
import type { ReviewMonth, ReviewState } from "#app/domain/review-calendar.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { RecordList } from "../record-list.tsx";
import { useAuthorWords } from "./author-words.tsx";

/** A source that somebody looks at again by a day. */
export interface DueSource {
  courseId: string;
  id: string;
  title: string;
  owner: string;
  reviewBy: string;
  review: ReviewState;
}

/** What is overdue, then each month with what is due in it. */
export function DueCalendar({ overdue, months }: { overdue: DueSource[]; months: ReviewMonth<DueSource>[] }) {
  const t = useAuthorWords();
  const language = useLanguage();
  const lines = [
    { label: t("due.overdue"), value: overdue.length > 0 ? <DueList sources={overdue} /> : t("due.noneOverdue") },
    ...months.map(({ month, sources }) => ({
      label: formatMonth(month, language),
      value: sources.length > 0 ? <DueList sources={sources} /> : t("due.nothing"),
    })),
  ];
  return (
    <div className="due-calendar">
      <RecordList lines={lines} />
    </div>
  );
}

function DueList({ sources }: { sources: DueSource[] }) {
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <ul>
      {sources.map(({ courseId, id, title, owner, reviewBy, review }) => (
        <li key={`${courseId} ${id}`}>
          <Link to={paths.authorSource(language, courseId, id)}>{title}</Link>
          <span className="status-facts">{t("due.by", { date: formatDate(reviewBy, language), owner })}</span>
          {review.kind === "overdue" && (
            <span className="status-facts author-flag">{t("sources.overdue", { count: review.days })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
