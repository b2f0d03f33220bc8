import type { LoaderFunctionArgs } from "@remix-run/node";
import { certificateFile } from "#app/commands/certificate-file.server.ts";
import { loaderOf, notFound, preferredLanguage, requireAccount } from "../request.server.ts";

export const handle = { access: "account" };

/** The PDF, for its holder and for those who keep the register. Made from the frozen record alone, each time the same bytes. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { account } = await requireAccount(request, context, preferredLanguage(request));
  const id = /^([0-9a-f-]{36})\.pdf$/.exec(params.file ?? "")?.[1];
  const file = id ? await certificateFile(context.services, { account, certificateId: id }) : null;
  if (!file) throw notFound();
  return new Response(file.pdf as unknown as BodyInit, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="certificate-${file.number}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
});
