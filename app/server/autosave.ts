/**
 * The addresses that script sends answers to. They stand beside Express and Remix: the same guard, session, commands and
 * store as the forms, without the cost of a page.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { findCourse } from "#app/catalogue/courses.ts";
import { findActivity } from "#app/catalogue/answer-keys.server.ts";
import { answerActivity } from "#app/commands/answer-activity.server.ts";
import { choicesOfOthers } from "#app/commands/choices-of-others.server.ts";
import { saveAnswers } from "#app/commands/save-answers.server.ts";
import { saveNote } from "#app/commands/save-note.server.ts";
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

const Note = z.strictObject({
  courseId: Id,
  moduleId: Id,
  lessonId: Id,
  activityId: Id,
  seq: z.int().positive(),
  language: z.enum(LANGUAGES),
  // Its kind says what is too long; the whole has the limit of a form.
  fields: z.array(z.tuple([z.string().max(200), z.string()])).max(200),
});

const KeptPlace = z.strictObject({ courseId: Id, moduleId: Id, lessonId: Id, anchor: Id });

/** An answer to the browser: a status, and what it is told. */
type Reply = [status: number, body: object];

interface Route {
  schema: z.ZodType;
  handle: (body: never, signedIn: SignedIn) => Promise<Reply>;
}

/**
 * @param services what commands work with
 * @param signedInOf reads the session of a request, and puts a cookie into the answer when it was put off
 * @returns answers a request that passed the guard, or tells that its address is none of these; throws what nobody foresaw
 */
export function autosaveRoutes(
  services: Services,
  signedInOf: (request: IncomingMessage, response: ServerResponse) => Promise<SignedIn | null>,
) {
  const routes = new Map<string, Route>();

  function route<Body>(
    path: string,
    schema: z.ZodType<Body>,
    handle: (body: Body, signedIn: SignedIn) => Promise<Reply>,
  ): void {
    routes.set(`/autosave${path}`, { schema, handle });
  }

  route("/activities", ActivityAnswer, async (body, { account }) => {
    const place = findPlace(body);
    if (!place) return [404, { problem: "answer-foreign" }];
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
      return [code === "answer-foreign" ? 404 : 422, { problem: code }];
    }
    const { response, graded } = answered.value;
    const record = findActivity(body.courseId, body.activityId);
    const reply = graded
      ? { review: { response, ...graded, feedback: record?.feedback[body.language] } }
      : {
          response,
          others: record && (await choicesOfOthers(services, { courseId: body.courseId, record, response })),
        };
    return [200, { ...reply, nextAnswerId: services.newId() }];
  });

  route("/notes", Note, async (body, { account }) => {
    const place = findPlace(body);
    if (!place) return [404, { problem: "answer-foreign" }];
    const saved = await saveNote(services, {
      accountId: account.id,
      ...place,
      activityId: body.activityId,
      fields: formOf(body.fields),
      // A clock that runs ahead must not lock out the texts that follow.
      seq: Math.min(body.seq, services.now()),
      language: body.language,
    });
    if (saved.ok) return [200, saved.value];
    const code = saved.problems[0]?.code;
    return [code === "answer-foreign" ? 404 : code === "answer-stale" ? 409 : 422, { problem: code }];
  });

  route("/attempts", AttemptAnswer, async (body, { account }) => {
    const saved = await saveAnswers(services, {
      accountId: account.id,
      attemptId: body.attemptId,
      itemIds: [body.itemId],
      fields: formOf(body.fields),
      // A clock that runs ahead must not lock out the answers that follow.
      seq: Math.min(body.seq, services.now()),
      language: body.language,
    });
    if (saved.ok) {
      const problem = saved.value[body.itemId];
      return [200, problem ? { saved: true, problem } : { saved: true }];
    }
    const code = saved.problems[0]?.code;
    return [code === "answer-foreign" ? 404 : 409, { problem: code }];
  });

  route("/places", KeptPlace, async (body, { account }) => {
    const place = findPlace(body);
    const screen = /^s([1-9]\d{0,3})$/.exec(body.anchor)?.[1];
    const known =
      place && (screen ? Number(screen) <= place.lesson.sections : place.lesson.activities.includes(body.anchor));
    if (!known) return [404, { problem: "place-unknown" }];
    services.rememberPlace({ accountId: account.id, ...body, seenAt: services.now() });
    return [200, { kept: true }];
  });

  async function replyTo(
    { schema, handle }: Route,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Reply> {
    const body = schema.safeParse(parseJson(request.bytes));
    if (!body.success) return [400, { problem: "answer-malformed" }];
    try {
      const signedIn = await signedInOf(request, response);
      if (!signedIn) return [401, { problem: "signed-out" }];
      return await handle(body.data as never, signedIn);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      services.log.error({ err: error }, "an answer could not be stored");
      response.setHeader("Retry-After", "5");
      return [503, { problem: "store-unavailable" }];
    }
  }

  return {
    has: (request: IncomingMessage): boolean => request.method === "POST" && routes.has(request.url ?? ""),
    async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const found = routes.get(request.url ?? "");
      if (!found) throw new Error(`Nothing is saved at ${request.url}.`);
      const [status, body] = await replyTo(found, request, response);
      const text = JSON.stringify(body);
      response.writeHead(status, {
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": Buffer.byteLength(text),
      });
      response.end(text);
    },
  };
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
