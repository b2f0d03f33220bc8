import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useActionData } from "@remix-run/react";
import { useMemo } from "react";
import { type ActivityState, confidenceIn, fieldsOf } from "#app/activities/activity-state.ts";
import { answeredDefinitionOf } from "#app/activities/definitions.ts";
import { loadViews } from "#app/activities/views.tsx";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { loadedGallery, loadGallery } from "#app/catalogue/gallery.ts";
import { listGallerySamples } from "#app/catalogue/gallery-samples.server.ts";
import { GALLERY } from "#app/domain/gallery.ts";
import { useAuthorWords } from "#app/ui/author/author-words.tsx";
import { GallerySamples } from "#app/ui/author/gallery-samples.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { activityStates, problemOf, reviewOf } from "../learn/activity-states.server.ts";
import { usePageData } from "../page-data.ts";
import { actionOf, fieldOf, loaderOf, notFound, requireLanguage, requirePermission } from "../request.server.ts";
import { authorTitle } from "./author-title.ts";

export const handle = { access: "content.review" };
export const meta: MetaFunction<typeof loader> = (args) => authorTitle(args, (messages) => messages.gallery.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requirePermission("content.review", request, context, language);
  const samples = listGallerySamples(language);
  const { secret, newId } = context.services;
  const activities = activityStates({
    courseId: GALLERY,
    activityIds: samples.flatMap((sample) => sample.activities),
    answers: [],
    notes: [],
    accountId: account.id,
    language,
    secret,
    newId,
    again: null,
  });
  return { language, samples, activities };
});

/** Grades an answer and keeps nothing. */
export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  await requirePermission("content.review", request, context, language);
  const record = findActivity(GALLERY, fieldOf(form, "activity"));
  if (!record) throw notFound();
  const fields = fieldsOf(form, record.id);
  const response = answeredDefinitionOf(record.kind).readResponse(record.public[language], fields);
  const confidence = confidenceIn(record.public[language], fields);
  const problem = response === null ? "answer-empty" : problemOf(record, response, language);
  const result: Partial<ActivityState> =
    problem !== null
      ? { problem, response }
      : { response, review: reviewOf(record, { response, confidence }, record.key, language) };
  return { activity: record.id, result };
});

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const data = await serverLoader<typeof loader>();
  await Promise.all([loadGallery(data.language), loadViews()]);
  return data;
}

export default function Gallery() {
  const { samples, activities } = usePageData<typeof loader>();
  const answered = useActionData() as { activity: string; result: Partial<ActivityState> } | undefined;
  const t = useAuthorWords();
  const language = useLanguage();
  const shown = useMemo(() => {
    const lessons = loadedGallery(language);
    return samples.flatMap((sample) => {
      const lesson = lessons[sample.id];
      return lesson ? [{ ...sample, lesson }] : [];
    });
  }, [samples, language]);
  return (
    <>
      <h1>{t("gallery.title")}</h1>
      <p className="lead">{t("gallery.lead")}</p>
      {samples.length === 0 ? (
        <p>{t("gallery.empty")}</p>
      ) : (
        <nav aria-label={t("gallery.contents")}>
          <ul className="gallery-contents">
            {samples.map(({ id, title }) => (
              <li key={id}>
                <a href={`#sample-${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <GallerySamples samples={shown} activities={withAnswer(activities, answered)} />
    </>
  );
}

function withAnswer(
  activities: Record<string, ActivityState>,
  answered: { activity: string; result: Partial<ActivityState> } | undefined,
): Record<string, ActivityState> {
  const state = answered && activities[answered.activity];
  return state ? { ...activities, [answered.activity]: { ...state, ...answered.result } } : activities;
}
