import type { ReactNode } from "react";
import { paths } from "#app/domain/paths.ts";
import { useLanguage } from "../language.tsx";
import { Link } from "../link.tsx";
import { useAuthorWords } from "./author-words.tsx";

/**
 * What all author pages have around them: the way between them, and the way back to the courses. The page brings its own `h1`.
 * @param path of the page, without query
 */
export function AuthorFrame({ path, children }: { path: string; children: ReactNode }) {
  const t = useAuthorWords();
  const language = useLanguage();
  const home = paths.author(language);
  const within = (to: string) => path === to || path.startsWith(`${to}/`);
  const others = [
    { to: paths.authorSources(language), text: t("frame.sources") },
    { to: paths.authorDue(language), text: t("frame.due") },
    { to: paths.authorReports(language), text: t("frame.reports") },
    { to: paths.authorSurveys(language), text: t("frame.surveys") },
    { to: paths.authorGallery(language), text: t("frame.gallery") },
  ];
  const elsewhere = others.some(({ to }) => within(to));
  return (
    <div className="page page-wide author">
      <nav className="author-nav" aria-label={t("frame.nav")}>
        <Link to={home} aria-current={path === home ? "page" : elsewhere ? undefined : "true"}>
          {t("frame.lessons")}
        </Link>
        {others.map(({ to, text }) => (
          <Link key={to} to={to} aria-current={path === to ? "page" : within(to) ? "true" : undefined}>
            {text}
          </Link>
        ))}
        <Link className="author-back" to={paths.home(language)}>
          {t("frame.back")}
        </Link>
      </nav>
      {children}
    </div>
  );
}
