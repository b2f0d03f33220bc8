import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useTranslations } from "use-intl";
import { deleteNotes } from "#app/commands/delete-notes.server.ts";
import { paths } from "#app/domain/paths.ts";
import { listNotesOf } from "#app/store/notes.server.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { DeleteNotes } from "#app/ui/delete-notes.tsx";
import { NoteList } from "#app/ui/note-list.tsx";
import { usePageData } from "../page-data.ts";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, notFound, requireAccount, requireLanguage } from "../request.server.ts";
import { requireCourse } from "./course-facts.server.ts";
import { writtenNotes } from "./written-notes.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.notes.title);

/** Nobody's notes but those of whoever asks. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const course = requireCourse(params);
  const { store, timeZone } = context.services;
  const kept = await store.read((db) => listNotesOf(db, { accountId: account.id, courseId: course.id }));
  const notes = writtenNotes(kept, { course, language, timeZone });
  const query = new URL(request.url).searchParams;
  const asksFor = query.get("delete");
  const asked = asksFor === null ? null : notes.find(({ activityId }) => activityId === asksFor);
  if (asked === undefined) throw notFound();
  return {
    course: { id: course.id, title: course.title[language] },
    notes,
    /** What is about to be deleted. */
    deleting: asked ? [asked] : query.has("deleteAll") ? notes : [],
    all: query.has("deleteAll"),
    deleted: query.has("deleted"),
  };
});

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const course = requireCourse(params);
  const activityId = fieldOf(form, "activity");
  const all = fieldOf(form, "intent") === "delete-all";
  if (!all && activityId === "") throw notFound();
  await deleteNotes(context.services, {
    accountId: account.id,
    courseId: course.id,
    activityId: all ? null : activityId,
  });
  return redirect(`${paths.notes(language, course.id)}?deleted`, 303);
});

export default function NotesPage() {
  const { course, notes, deleting, all, deleted } = usePageData<typeof loader>();
  const t = useTranslations("notes");
  const language = useLanguage();
  return (
    <div className="page notes-page">
      <p className="crumb">
        <Link to={paths.course(language, course.id)}>{course.title}</Link>
      </p>
      {deleting.length > 0 ? (
        <DeleteNotes notes={deleting} all={all} address={paths.notes(language, course.id)} />
      ) : (
        <>
          <h1>{t("title")}</h1>
          {deleted && (
            <p className="notice" role="status">
              {t("deleted")}
            </p>
          )}
          <p className="lead">{t("lead")}</p>
          <NoteList courseId={course.id} notes={notes} />
        </>
      )}
    </div>
  );
}
