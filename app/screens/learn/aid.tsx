import "#app/ui/styles/aid.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { aidKey, loadedLesson } from "#app/catalogue/lessons.ts";
import { aidAge, formatAidVersion } from "#app/domain/aid-version.ts";
import { paths } from "#app/domain/paths.ts";
import { AidAgeNote } from "#app/ui/aid-age-note.tsx";
import { AidSheet } from "#app/ui/aid-sheet.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { prepareLesson } from "#app/ui/prepare-lesson.ts";
import { PrintButton } from "#app/ui/print-button.tsx";
import { Untranslated } from "#app/ui/untranslated.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf, notFound, requireLanguage } from "../request.server.ts";
import { aidCode } from "./aid-code.server.ts";
import { requireAid } from "./course-facts.server.ts";

export const handle = { access: "public" };
/** The page as somebody finds it who holds a printed sheet is for them alone; search engines have the one without a version. */
export const meta: MetaFunction<typeof loader> = (args) => [
  ...pageTitle(args, () => args.data?.sheet.title),
  ...(args.data?.age ? [{ name: "robots", content: "noindex" }] : []),
];

/** Open to everyone, and the same for everyone: officials pass it on. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { course, aid } = requireAid(params);
  const key = aidKey(course.id, aid.id, language);
  const compiled = loadedLesson(key);
  if (!compiled) throw notFound();
  const version = formatAidVersion(aid.version);
  const printed = new URL(request.url).searchParams.get("v");
  return {
    course: { id: course.id, title: course.title[language] },
    revision: aid.version.revision,
    age: printed === null ? null : aidAge(printed, aid),
    blocksBehind: compiled.meta.blocksBehind,
    sheet: {
      key,
      title: aid.title[language],
      textLanguage: compiled.meta.language,
      courseTitle: course.title[language],
      lawAsOf: course.lawAsOf,
      reviewed: course.review === "reviewed",
      version,
      ...aidCode(context.services.origin, { courseId: course.id, aidId: aid.id, version }),
    },
  };
});

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const data = await serverLoader<typeof loader>();
  await prepareLesson(data.sheet.key);
  return data;
}

export default function AidPage() {
  const { course, revision, age, blocksBehind, sheet } = useLoaderData<typeof loader>();
  const t = useTranslations("aid");
  const lesson = useTranslations("lesson");
  const language = useLanguage();
  return (
    <div className="page aid-page">
      <div className="aid-around">
        <p className="crumb">
          <Link to={paths.course(language, course.id)}>{course.title}</Link>
        </p>
        {age && <AidAgeNote age={age} version={sheet.version} revision={revision} />}
        <p className="facts">
          <span>{t("kind")}</span>
          <span>{t("version", { version: sheet.version })}</span>
        </p>
        <Untranslated language={sheet.textLanguage} />
        {blocksBehind > 0 && <p className="review-state">{lesson("behind", { count: blocksBehind })}</p>}
      </div>
      <AidSheet sheet={sheet} />
      <div className="aid-around">
        <PrintButton>{t("print")}</PrintButton>
        <p className="hint">{t("printHint")}</p>
      </div>
    </div>
  );
}
