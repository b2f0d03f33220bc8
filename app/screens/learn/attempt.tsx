import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useActionData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { loadViews } from "#app/activities/views.tsx";
import { activitiesOf } from "#app/commands/attempt-activities.server.ts";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import { submitAttempt } from "#app/commands/submit-attempt.server.ts";
import { confidenceOf } from "#app/domain/confidence.ts";
import { isLanguage } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { findAttempt, listAnswersOf } from "#app/store/attempts.server.ts";
import { AttemptForm } from "#app/ui/attempt-form.tsx";
import { AttemptReview } from "#app/ui/attempt-review.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { usePageData } from "../page-data.ts";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, notFound, requireAccount, requireLanguage } from "../request.server.ts";
import { problemOf, reviewOf } from "./activity-states.server.ts";
import { requireModule } from "./course-facts.server.ts";

export const handle = { access: "account", languageForm: "attempt" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module } = requireModule(params);
  const owner = { accountId: account.id, attemptId: params.attempt ?? "" };
  const found = await context.services.store.read(async (db) => {
    const attempt = await findAttempt(db, owner);
    if (!attempt) return null;
    return { attempt, answers: await listAnswersOf(db, owner), activities: await activitiesOf(db, attempt) };
  });
  if (!found || found.attempt.courseId !== course.id || found.attempt.moduleId !== module.id) throw notFound();

  const { attempt, answers, activities } = found;
  const open = attempt.submittedAt === null;
  const items = attempt.items.flatMap((item) => {
    const record = activities.get(item.itemId);
    if (!record) return [];
    const answer = answers.find(({ itemId }) => itemId === item.itemId);
    const response = answer?.response ?? null;
    const confidence = confidenceOf(answer?.confidence);
    return [
      {
        id: item.itemId,
        kind: item.kind,
        order: item.order,
        activity: record.public[language],
        response,
        confidence,
        problem: open ? problemOf(record, response, language) : null,
        // Key and reasons leave the server only once the attempt is handed in.
        review: open ? null : reviewOf(record, { response, confidence }, item.key, language),
      },
    ];
  });
  return {
    id: attempt.id,
    number: attempt.number,
    open,
    title: module.quiz.title[language],
    course: { id: course.id, title: course.title[language] },
    module: { id: module.id, title: module.title[language] },
    neededPercent: course.completion.quizPassPercent,
    percent: open ? null : Math.floor((attempt.scorePermille ?? 0) / 10),
    passed: attempt.passed === true,
    serverTime: context.services.now(),
    items,
  };
});

export const action = actionOf(async ({ request, params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const { account } = await requireAccount(request, context, language);
  const { course, module } = requireModule(params);
  const { services } = context;
  const attemptId = params.attempt ?? "";
  const attempt = await services.store.read((db) => findAttempt(db, { accountId: account.id, attemptId }));
  if (!attempt || attempt.courseId !== course.id || attempt.moduleId !== module.id) throw notFound();

  const here = paths.attempt(language, course.id, module.id, attemptId);
  const intent = fieldOf(form, "intent");
  // Only items whose marker came along count: in a form that was cut off, nothing was "taken back".
  const itemIds = form.getAll("item").map(String);
  if (itemIds.some((id) => !attempt.items.some((item) => item.itemId === id))) throw notFound();
  const saved = await saveAnswers(services, {
    accountId: account.id,
    attemptId,
    itemIds,
    fields: form,
    seq: services.now(),
    language,
  });
  // Handed in meanwhile, perhaps by this very form sent twice: its result stands.
  if (!saved.ok && saved.problems[0]?.code !== "answer-stale") return redirect(here, 303);

  const [switched, to] = intent.split(":");
  if (switched === "language" && isLanguage(to)) {
    return redirect(paths.attempt(to, course.id, module.id, attemptId), 303);
  }
  if (intent === "submit" || intent === "submit-anyway") {
    const { answers, activities } = await services.store.read(async (db) => ({
      answers: await listAnswersOf(db, { accountId: account.id, attemptId }),
      activities: await activitiesOf(db, attempt),
    }));
    // What cannot be read is no answer yet: whoever typed it should not learn of it from the result.
    const answered = answers.filter(({ itemId, response }) => {
      const record = activities.get(itemId);
      return response !== null && record && problemOf(record, response, language) === null;
    }).length;
    const unanswered = attempt.items.length - answered;
    if (unanswered > 0 && intent === "submit") return json({ unanswered, saved: true }, { status: 422 });
    await submitAttempt(services, { accountId: account.id, course, attemptId });
    return redirect(here, 303);
  }
  return json({ unanswered: 0, saved: true });
});

export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const data = await serverLoader<typeof loader>();
  await loadViews(data.items.map(({ kind }) => kind));
  return data;
}

export default function AttemptPage() {
  const attempt = usePageData<typeof loader>();
  const notice = useActionData<typeof action>();
  const t = useTranslations("quiz");
  const language = useLanguage();
  return (
    <div className="page attempt-page">
      <p className="crumb">
        <Link to={paths.quiz(language, attempt.course.id, attempt.module.id)}>{attempt.title}</Link>
      </p>
      <p className="facts">
        <span>{attempt.module.title}</span>
        <span>{t("attempt", { number: attempt.number })}</span>
      </p>
      {attempt.open ? (
        <>
          <h1>{attempt.title}</h1>
          <AttemptForm
            attemptId={attempt.id}
            items={attempt.items}
            serverTime={attempt.serverTime}
            unanswered={notice?.unanswered ?? 0}
            saved={notice?.saved ?? false}
          />
        </>
      ) : (
        <AttemptReview
          items={attempt.items}
          percent={attempt.percent ?? 0}
          neededPercent={attempt.neededPercent}
          passed={attempt.passed}
          courseId={attempt.course.id}
          moduleId={attempt.module.id}
        />
      )}
    </div>
  );
}
