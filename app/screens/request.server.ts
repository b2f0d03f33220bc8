/**
 * What every loader and action begins with: which language, who is asking, may they. Each loader asks for itself;
 * a parent's refusal protects nothing, because Remix runs the loaders of a page side by side and one by one.
 */
import { type ActionFunctionArgs, type AppLoadContext, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Services } from "#app/commands/services.ts";
import { isLanguage, LANGUAGES, type Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { can, type Permission } from "#app/domain/permission.ts";
import type { Problem } from "#app/domain/result.ts";
import type { SignedIn } from "#app/session/sessions.server.ts";
import { StoreUnavailable } from "#app/store/store-errors.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    nonce: string;
    /** The page that was rendered. A string costs less to hand on than the stream of a Response. */
    page?: string;
    /** The asking network's address, as the configured proxy tells it. */
    network: string;
    /** The request's cookies, for the commands that end a session. */
    cookie: string | null;
    /** Who is signed in; read once for a request, however many loaders ask. */
    session(): Promise<SignedIn | null>;
  }
}

/** @throws Response 404 when the first segment of the address is no language of ours */
export function requireLanguage(params: { lang?: string }): Language {
  if (!isLanguage(params.lang)) throw notFound();
  return params.lang;
}

/** The language that a browser prefers among ours; English when it names none of them. */
export function preferredLanguage(request: Request): Language {
  const wanted = (request.headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.trim().toLowerCase().split(";");
      return { language: tag.split("-")[0], quality: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.quality - a.quality)
    .find((choice) => isLanguage(choice.language) && choice.quality > 0);
  return wanted && isLanguage(wanted.language) ? wanted.language : LANGUAGES[0];
}

/** @throws Response that leads to the sign-in page, and from there back to this one */
export async function requireAccount(request: Request, context: AppLoadContext, language: Language): Promise<SignedIn> {
  const signedIn = await context.session();
  if (signedIn) return signedIn;
  const url = new URL(request.url);
  url.searchParams.delete("_data");
  throw redirect(paths.signIn(language, url.pathname + url.search));
}

/** @throws Response 403 when the signed-in person may not do this; leads to the sign-in page when nobody is signed in */
export async function requirePermission(
  permission: Permission,
  request: Request,
  context: AppLoadContext,
  language: Language,
): Promise<SignedIn> {
  const signedIn = await requireAccount(request, context, language);
  if (!can(signedIn.account.roles, permission)) throw json(null, { status: 403 });
  return signedIn;
}

export function notFound(): Response {
  return json(null, { status: 404 });
}

export function tooManyRequests(retryAfterSeconds: number): Response {
  return json(null, { status: 429, headers: { "Retry-After": String(retryAfterSeconds) } });
}

/** The status of a page that shows what was wrong with the form that it answers. */
export function problemStatus(problems: readonly Problem[]): number {
  if (problems.some(({ code }) => code === "too-many-tries" || code === "too-many-reports")) return 429;
  if (problems.some((problem) => problem.code === "too-busy")) return 503;
  return 422;
}

/** Wraps a loader, so that an unreachable database becomes a clear 503 page. */
export function loaderOf<T>(load: (args: LoaderFunctionArgs) => Promise<T>) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await load(args);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      args.context.services.log.error({ err: error }, "the store cannot be read");
      throw json(null, { status: 503, headers: { "Retry-After": "5" } });
    }
  };
}

/** Fields that are asked for again rather than kept on a page. */
const SECRET_FIELDS = /password/i;

/**
 * Wraps an action. When the database cannot be written, or the session has ended meanwhile, the page says so and carries what
 * was typed, ready to be sent again.
 */
export function actionOf<T>(act: (args: ActionFunctionArgs, form: FormData) => Promise<T>) {
  return async (args: ActionFunctionArgs): Promise<T> => {
    const form = await readForm(args.request);
    try {
      return await act(args, form);
    } catch (error) {
      if (error instanceof Response && leadsToSignIn(error)) throw json(keptForm(form), { status: 401 });
      if (!(error instanceof StoreUnavailable)) throw error;
      args.context.services.log.error({ err: error }, "the store cannot be written");
      throw json(keptForm(form), { status: 503, headers: { "Retry-After": "5" } });
    }
  };
}

function leadsToSignIn(response: Response): boolean {
  return response.status === 302 && /^\/[a-z]{2}\/account\/sign-in/.test(response.headers.get("location") ?? "");
}

/** What was typed, and the names of the secrets that have to be typed again. */
function keptForm(form: FormData): { typed: [string, string][]; secrets: string[] } {
  const entries = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return {
    typed: entries.filter(([name]) => !SECRET_FIELDS.test(name)),
    secrets: entries.map(([name]) => name).filter((name) => SECRET_FIELDS.test(name)),
  };
}

/** @throws Response 400 when the body is not a form, or holds U+0000, which PostgreSQL cannot store and nobody types */
async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => null);
  const readable = form && [...form.values()].every((value) => typeof value === "string" && !value.includes("\0"));
  if (!readable) throw json(null, { status: 400 });
  return form;
}

/** One field of a form as text; a missing, repeated or non-text field is the empty string. */
export function fieldOf(form: FormData, name: string): string {
  const values = form.getAll(name);
  return values.length === 1 && typeof values[0] === "string" ? values[0] : "";
}
