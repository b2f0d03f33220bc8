import type { AuthorMessages } from "#app/locales/author/en.ts";
import { pageTitle } from "../page-title.ts";

const FRAME = "screens/author/frame";

/**
 * The `meta` of an author page, whose words come with the frame.
 * @param args what Remix hands to `meta`
 * @param title picks a plain message (one without arguments), or returns a text from the loader's data
 */
export function authorTitle(
  args: Parameters<typeof pageTitle>[0],
  title: (messages: AuthorMessages) => string | undefined,
) {
  const frame = args.matches.find((match) => match.id === FRAME)?.data as { words?: AuthorMessages } | null | undefined;
  return pageTitle(args, () => (frame?.words ? title(frame.words) : undefined));
}
