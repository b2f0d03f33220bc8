import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "#app/commands/certificate-file.server.ts";
import type { Language } from "#app/domain/language.ts";
import { paths } from "#app/domain/paths.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { loaderOf, preferredLanguage, requireAccount } from "../request.server.ts";

export const handle = { access: "account" };

/** The PDF, for its holder and for those who keep the register. Made from the frozen record alone, each time the same bytes. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = preferredLanguage(request);
  const { account } = await requireAccount(request, context, language);
  const id = /^([0-9a-f-]{36})\.pdf$/.exec(params.file ?? "")?.[1];
  const file = id ? await certificateFile(context.services, { account, certificateId: id }) : null;
  if (!file) return missing(language);
  return new Response(file.pdf as unknown as BodyInit, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="certificate-${file.number}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
});

/** An address of a file has no frame around it, so this is a small page of its own. Nothing that was asked for stands in it. */
function missing(language: Language): Response {
  const { notFoundTitle, notFoundText, home } = loadedMessages(language).errors;
  const page =
    `<!DOCTYPE html><html lang="${language}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${notFoundTitle}</title>` +
    `<h1>${notFoundTitle}</h1><p>${notFoundText}</p><p><a href="${paths.home(language)}">${home}</a></p></html>`;
  return new Response(page, { status: 404, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
