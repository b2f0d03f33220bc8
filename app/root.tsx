import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-sans-3/wght-italic.css";
import "./ui/styles/tokens.css";
import "./ui/styles/base.css";
import "./ui/styles/shell.css";
import "./ui/styles/forms.css";
import "./ui/styles/course.css";
import "./ui/styles/lesson.css";
import "./ui/styles/activity.css";
import "./ui/styles/kinds/figures.css";
import "./ui/styles/kinds/calculator.css";
import "./ui/styles/kinds/decide.css";
import "./ui/styles/kinds/cards.css";
import "./ui/styles/kinds/scenario.css";
import "./ui/styles/kinds/confidence.css";
import "./ui/styles/kinds/rate.css";
import "./ui/styles/kinds/survey.css";
import "./ui/styles/kinds/notes.css";
import "./ui/styles/kinds/plan.css";
import "./ui/styles/certificate.css";
import "./ui/styles/on-paper.css";
import icon from "./ui/waymark.svg?url";
import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { isLanguage } from "#app/domain/language.ts";
import { languageOf } from "#app/domain/paths.ts";
import { can } from "#app/domain/permission.ts";
import { StoreUnavailable } from "#app/store/store-errors.server.ts";
import { loadedMessages } from "#app/locales/messages.ts";
import { preferredLanguage } from "./screens/request.server.ts";
import { ErrorPage, type Failure, type KeptForm } from "./ui/error-page.tsx";
import { LanguageProvider } from "./ui/language.tsx";
import { useNonce } from "./ui/nonce.tsx";
import { Shell } from "./ui/shell.tsx";

export const handle = { access: "public" };

/** The title of a page that stands in for one that failed; every other page has its own. */
export const meta: MetaFunction<typeof loader> = ({ data, location, error }) => {
  const { errors, site } = loadedMessages(languageOf(data, location.pathname));
  const status = isRouteErrorResponse(error) ? error.status : error ? 500 : 200;
  const titles: Record<number, string> = {
    200: site.tagline,
    401: errors.signedOutTitle,
    403: errors.forbiddenTitle,
    404: errors.notFoundTitle,
    429: errors.limitTitle,
    503: errors.unavailableTitle,
  };
  return [{ title: `${titles[status] ?? errors.brokenTitle} · ${site.name}` }];
};

/** Keeps what a refusal says in its headers, such as Retry-After. */
export const headers: HeadersFunction = ({ errorHeaders, loaderHeaders }) => errorHeaders ?? loaderHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const first = new URL(request.url).pathname.split("/")[1];
  const language = isLanguage(first) ? first : preferredLanguage(request);
  try {
    const signedIn = await context.session();
    const account = signedIn && {
      name: signedIn.account.name,
      issuer: can(signedIn.account.roles, "certificates.read"),
      author: can(signedIn.account.roles, "content.review"),
    };
    return { language, account };
  } catch (error) {
    // The frame of the page stands even when the database does not answer; the page itself says so.
    if (error instanceof StoreUnavailable) return { language, account: null };
    throw error;
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const { pathname, search } = useLocation();
  const nonce = useNonce();
  const language = languageOf(data, pathname);
  // A page that holds a form in progress names it, so that the language switch can save it first.
  const form = useMatches().reduce<string | undefined>(
    (found, match) => (match.handle as { languageForm?: string } | undefined)?.languageForm ?? found,
    undefined,
  );
  const formIsOpen = useMatches().some((match) => (match.data as { open?: boolean } | undefined)?.open === true);
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={icon} type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language}>
          <Shell
            account={data?.account ?? null}
            path={pathname + search}
            languageForm={form && formIsOpen ? form : undefined}
          >
            {children}
          </Shell>
        </LanguageProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  return <ErrorPage failure={failureOf(error)} path={pathname + search} />;
}

function failureOf(error: unknown): Failure {
  if (!isRouteErrorResponse(error)) {
    // In the browser, fetch fails with a TypeError when the line is gone; the page can be loaded again.
    const lineIsGone =
      typeof document !== "undefined" && error instanceof TypeError && /fetch|network|load/i.test(error.message);
    return { status: lineIsGone ? 503 : 500, form: null };
  }
  const form = error.data as Partial<KeptForm> | null;
  return {
    status: error.status,
    form: form?.typed && form.secrets ? { typed: form.typed, secrets: form.secrets } : null,
  };
}
