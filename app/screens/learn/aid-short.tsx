import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { isLanguage } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { pageTitle } from "../page-title.ts";
import { loaderOf, preferredLanguage } from "../request.server.ts";
import { requireAid } from "./course-facts.server.ts";

export const handle = { access: "public" };
export const meta: MetaFunction = (args) => pageTitle(args, (messages) => messages.aid.sheet);

/** Longer ones are no versions; the page says so without them. */
const LONGEST_VERSION = 20;

/** The address in the QR code of a printed sheet: leads to the sheet in the reader's language. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs): Promise<null> => {
  const { course, aid } = requireAid(params);
  const signedIn = await context.session();
  const chosen = signedIn?.account.language;
  const language = isLanguage(chosen) ? chosen : preferredLanguage(request);
  const printed = new URL(request.url).searchParams.get("v");
  throw redirect(paths.aid(language, course.id, aid.id, printed?.slice(0, LONGEST_VERSION)));
});

/** Never seen: it makes Remix show the page for addresses that do not exist. */
export default function AidShort() {
  return null;
}
