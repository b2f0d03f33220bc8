import "#app/ui/styles/author.css";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { authorMessages } from "#app/locales/author/author-messages.server.ts";
import { AuthorFrame } from "#app/ui/author/author-frame.tsx";
import { AuthorWordsProvider } from "#app/ui/author/author-words.tsx";
import { usePageData } from "../page-data.ts";
import { loaderOf, requireLanguage, requirePermission } from "../request.server.ts";

export const handle = { access: "content.review" };

/** The words of the author pages; each page inside asks for itself whether it may be shown. */
export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  await requirePermission("content.review", request, context, language);
  return { words: authorMessages(language) };
});

export default function AuthorPages() {
  const { words } = usePageData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <AuthorWordsProvider messages={words}>
      <AuthorFrame path={pathname}>
        <Outlet />
      </AuthorFrame>
    </AuthorWordsProvider>
  );
}
