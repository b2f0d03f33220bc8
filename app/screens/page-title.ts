import { isLanguage } from "#app/domain/language.ts";
import type { Messages } from "#app/locales/en.ts";
import { loadedMessages } from "#app/locales/messages.ts";

/**
 * The `meta` of a page: its title in the reader's language.
 * @param args what Remix hands to `meta`
 * @param title picks a plain message (one without arguments), or returns a text from the loader's data
 */
export function pageTitle(
  args: { params: { lang?: string }; error?: unknown },
  title: (messages: Messages) => string | undefined,
) {
  const language = isLanguage(args.params.lang) ? args.params.lang : "en";
  const messages = loadedMessages(language);
  const text = (args.error ? messages.errors.brokenTitle : title(messages)) ?? messages.site.tagline;
  return [{ title: `${text} · ${messages.site.name}` }];
}
