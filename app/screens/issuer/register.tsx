import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { formatDate } from "#app/domain/calendar-date.ts";
import { certificateState } from "#app/domain/certificate-state.ts";
import { paths } from "#app/domain/paths.ts";
import { listCertificates, listEventsOfEach } from "#app/store/certificates.server.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Link } from "#app/ui/link.tsx";
import { pageTitle } from "../page-title.ts";
import { loaderOf, requireLanguage, requirePermission } from "../request.server.ts";

/** Rows on the page; a search finds the others. */
const PAGE = 100;

export const handle = { access: "certificates.read" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.issuer.title);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  const language = requireLanguage(params);
  await requirePermission("certificates.read", request, context, language);
  const query = (new URL(request.url).searchParams.get("query") ?? "").trim().slice(0, 120);
  const rows = await context.services.store.read(async (db) => {
    const found = await listCertificates(db, { limit: PAGE, query });
    const events = await listEventsOfEach(
      db,
      found.map(({ id }) => id),
    );
    return found.map(({ id, record }, index) => ({
      id,
      number: record.number,
      holderName: record.holderName,
      courseTitle: record.courseTitle,
      issuedOn: record.issuedOn,
      revoked: certificateState(events[index] ?? []).kind === "revoked",
    }));
  });
  return { query, rows };
});

export default function Register() {
  const { query, rows } = useLoaderData<typeof loader>();
  const t = useTranslations("issuer");
  const words = useTranslations("certificate");
  const language = useLanguage();
  return (
    <div className="page page-wide">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <form method="get" className="register-search">
        <div className="field">
          <label htmlFor="query">{t("search")}</label>
          <input id="query" name="query" type="search" defaultValue={query} maxLength={120} />
        </div>
        <button className="button" type="submit">
          {t("find")}
        </button>
      </form>
      {rows.length === 0 ? (
        <p>{query === "" ? t("empty") : t("noneFound", { query })}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must scroll by keyboard
        <section className="table-frame" aria-label={t("title")} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words("number")}</th>
                <th scope="col">{words("holder")}</th>
                <th scope="col">{words("course")}</th>
                <th scope="col">{words("issuedOn")}</th>
                <th scope="col">{t("state")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={paths.issuerCertificate(language, row.id)}>{row.number}</Link>
                  </td>
                  <td>{row.holderName}</td>
                  <td>{row.courseTitle}</td>
                  <td>{formatDate(row.issuedOn, language)}</td>
                  <td>{row.revoked ? t("revoked") : t("genuine")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
