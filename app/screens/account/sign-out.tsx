import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useTranslations } from "use-intl";
import { signOut } from "#app/commands/sign-out.server.ts";
import { signOutEverywhere } from "#app/commands/sign-out-everywhere.server.ts";
import { paths } from "#app/domain/paths.ts";
import { pageTitle } from "../page-title.ts";
import { actionOf, fieldOf, loaderOf, requireAccount, requireLanguage } from "../request.server.ts";

export const handle = { access: "account" };
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, (messages) => messages.account.signOutTitle);

export const loader = loaderOf(async ({ request, params, context }: LoaderFunctionArgs) => {
  await requireAccount(request, context, requireLanguage(params));
  return null;
});

export const action = actionOf(async ({ params, context }: ActionFunctionArgs, form) => {
  const language = requireLanguage(params);
  const signedIn = await context.session();
  const { cookie } =
    signedIn && fieldOf(form, "where") === "everywhere"
      ? await signOutEverywhere(context.services, { accountId: signedIn.account.id })
      : await signOut(context.services, { cookieHeader: context.cookie });
  const to = `${paths.signIn(language)}?notice=signed-out`;
  return redirect(to, {
    status: 303,
    // The next person at this machine must not find answers or pages of this one.
    headers: { "Set-Cookie": cookie, "Clear-Site-Data": '"cache", "storage"' },
  });
});

export default function SignOut() {
  const t = useTranslations("account");
  return (
    <div className="page">
      <h1>{t("signOutTitle")}</h1>
      <p>{t("signOutText")}</p>
      <form method="post">
        <button className="button" type="submit">
          {t("signOutTitle")}
        </button>
      </form>
    </div>
  );
}
