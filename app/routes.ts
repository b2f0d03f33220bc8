/** The addresses of the product: the whole contract on one screen. */
import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

export default [
  index("screens/start.tsx"),
  route("verify/:code", "screens/certificate/verify-short.tsx"),
  route("certificates/:file", "screens/certificate/file.ts"),
  // Each of these pages asks for its language itself, and does not exist without one of ours.
  ...prefix(":lang", [
    index("screens/home.tsx"),
    route("dashboard", "screens/learn/dashboard.tsx"),
    route("courses/:course", "screens/learn/course.tsx"),
    route("courses/:course/welcome", "screens/learn/welcome.tsx"),
    route("courses/:course/plan", "screens/learn/plan.tsx"),
    route("courses/:course/plan.txt", "screens/learn/plan-text.ts"),
    route("courses/:course/certificate", "screens/certificate/claim.tsx"),
    route("courses/:course/:module/quiz", "screens/learn/quiz.tsx"),
    route("courses/:course/:module/quiz/:attempt", "screens/learn/attempt.tsx"),
    route("courses/:course/:module/:lesson", "screens/learn/lesson.tsx"),
    route("courses/:course/:module/:lesson/report", "screens/learn/report.tsx"),
    route("account/sign-up", "screens/account/sign-up.tsx"),
    route("account/sign-in", "screens/account/sign-in.tsx"),
    route("account/sign-out", "screens/account/sign-out.tsx"),
    route("account/forgotten", "screens/account/forgotten.tsx"),
    route("account/reset/:token", "screens/account/reset.tsx"),
    route("account", "screens/account/settings.tsx"),
    route("verify", "screens/certificate/verify-form.tsx"),
    route("verify/:code", "screens/certificate/verify.tsx"),
    route("issuer", "screens/issuer/register.tsx"),
    route("issuer/:certificate", "screens/issuer/certificate.tsx"),
    route("author", "screens/author/frame.tsx", [
      index("screens/author/status.tsx"),
      route("courses/:course/*", "screens/author/page.tsx"),
      route("sources", "screens/author/sources.tsx"),
      route("sources/:course/:source", "screens/author/source.tsx"),
      route("due", "screens/author/due.tsx"),
      route("preview/:course/*", "screens/author/preview.tsx"),
      route("reports", "screens/author/reports.tsx"),
      route("gallery", "screens/author/gallery.tsx"),
    ]),
    route("*", "screens/not-found.tsx"),
  ]),
] satisfies RouteConfig;
