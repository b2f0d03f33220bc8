import { languageOf } from "#app/domain/paths.ts";
import type { Messages } from "#app/locales/en.ts";
import { loadedMessages } from "#app/locales/messages.ts";

/**
 * The `meta` of a page: its title in the page's language.
 * @param args what Remix hands to `meta`
 * @param title picks a plain message (one without arguments), or returns a text from the loader's data
 */
export function pageTitle(
  args: { location: { pathname: string }; matches: { id: string; data: unknown }[]; error?: unknown },
  title: (messages: Messages) => string | undefined,
) {
  const root = args.matches.find((match) => match.id === "root")?.data;
  const messages = loadedMessages(languageOf(root, args.location.pathname));
  const text = (args.error ? messages.errors.brokenTitle : title(messages)) ?? messages.site.tagline;
  return [{ title: `${text} · ${messages.site.name}` }];
}
