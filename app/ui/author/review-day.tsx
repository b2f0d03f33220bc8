import { formatDate } from "#app/domain/calendar-date.ts";
import type { ReviewState } from "#app/domain/review-calendar.ts";
import { useLanguage } from "../language.tsx";
import { useAuthorWords } from "./author-words.tsx";

/** The day by which a source is looked at again; whether it is over or near stands beside it in words. */
export function ReviewDay({ day, state }: { day: string; state: ReviewState }) {
  const t = useAuthorWords();
  const language = useLanguage();
  return (
    <>
      {formatDate(day, language)}
      {state.kind === "overdue" && (
        <span className="status-facts author-flag">{t("sources.overdue", { count: state.days })}</span>
      )}
      {state.kind === "today" && <span className="status-facts author-flag">{t("sources.today")}</span>}
      {state.kind === "soon" && <span className="status-facts">{t("sources.soon", { count: state.days })}</span>}
    </>
  );
}
