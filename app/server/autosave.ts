/**
 * The addresses that script sends answers to. Plain routes beside Remix: the same guard, session, commands and store as the
 * forms, without the cost of a page.
 */
import { Router, type Request, type Response } from "express";
import { z } from "zod";
import { findCourse } from "#app/catalogue/courses.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { answerActivity } from "#app/commands/answer-activity.server.ts";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import type { Services } from "#app/commands/services.ts";
import { findLesson, findModule } from "#app/domain/course.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import type { SignedIn } from "#app/session/sessions.server.ts";
import { StoreUnavailable } from "#app/store/store-errors.server.ts";

const Id = z.string().min(1).max(100);
const Fields = z.array(z.tuple([z.string().max(200), z.string().max(200)])).max(200);

const ActivityAnswer = z.strictObject({
  courseId: Id,
  moduleId: Id,
  lessonId: Id,
  activityId: Id,
  answerId: Id,
  language: z.enum(LANGUAGES),
  fields: Fields,
});

const AttemptAnswer = z.strictObject({
  attemptId: Id,
  itemId: Id,
  seq: z.int().positive(),
  language: z.enum(LANGUAGES),
  fields: Fields,
});

const KeptPlace = z.strictObject({ courseId: Id, moduleId: Id, lessonId: Id, anchor: Id });

/**
 * @param services what commands work with
 * @param signedInOf reads the session of a request
 */
export function autosaveRoutes(
  services: Services,
  signedInOf: (request: Request, response: Response) => Promise<SignedIn | null>,
): Router {
  const router = Router();

  function route<Body>(
    path: string,
    schema: z.ZodType<Body>,
    handle: (body: Body, signedIn: SignedIn, response: Response) => Promise<unknown>,
  ): void {
    router.post(path, async (request, response, next) => {
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      try {
        const body = schema.safeParse(parseJson(request.bytes));
        if (!body.success) return void response.status(400).json({ problem: "answer-malformed" });
        const signedIn = await signedInOf(request, response);
        if (!signedIn) return void response.status(401).json({ problem: "signed-out" });
        await handle(body.data, signedIn, response);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) return next(error);
        services.log.error({ err: error }, "an answer could not be stored");
        response.status(503).setHeader("Retry-After", "5").json({ problem: "store-unavailable" });
      }
    });
  }

  route("/activities", ActivityAnswer, async (body, { account }, response) => {
    const place = findPlace(body);
    if (!place) return response.status(404).json({ problem: "answer-foreign" });
    const answered = await answerActivity(services, {
      accountId: account.id,
      ...place,
      activityId: body.activityId,
      answerId: body.answerId,
      fields: formOf(body.fields),
      language: body.language,
    });
    if (!answered.ok) {
      const code = answered.problems[0]?.code;
      return response.status(code === "answer-empty" ? 422 : 404).json({ problem: code });
    }
    const feedback = findActivity(body.courseId, body.activityId)?.feedback[body.language];
    return response.json({ review: { ...answered.value, feedback }, nextAnswerId: services.newId() });
  });

  route("/attempts", AttemptAnswer, async (body, { account }, response) => {
    const saved = await saveAnswers(services, {
      accountId: account.id,
      attemptId: body.attemptId,
      itemIds: [body.itemId],
      fields: formOf(body.fields),
      // A clock that runs ahead must not lock out the answers that follow.
      seq: Math.min(body.seq, services.now()),
      language: body.language,
    });
    if (saved.ok) return response.json({ saved: true });
    const code = saved.problems[0]?.code;
    return response.status(code === "answer-foreign" ? 404 : 409).json({ problem: code });
  });

  route("/places", KeptPlace, async (body, { account }, response) => {
    const place = findPlace(body);
    const screen = /^s([1-9]\d{0,3})$/.exec(body.anchor)?.[1];
    const known =
      place && (screen ? Number(screen) <= place.lesson.sections : place.lesson.activities.includes(body.anchor));
    if (!known) return response.status(404).json({ problem: "place-unknown" });
    services.rememberPlace({ accountId: account.id, ...body, seenAt: services.now() });
    return response.json({ kept: true });
  });

  return router;
}

function parseJson(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString("utf8") ?? "");
  } catch {
    return undefined;
  }
}

function formOf(fields: [string, string][]): URLSearchParams {
  return new URLSearchParams(fields);
}

function findPlace({ courseId, moduleId, lessonId }: { courseId: string; moduleId: string; lessonId: string }) {
  const course = findCourse(courseId);
  const module = course && findModule(course, moduleId);
  const lesson = module && findLesson(module, lessonId);
  return course && module && lesson ? { course, module, lesson } : null;
}
