/** The page of a sheet to print, and the way to it from the paper. */
import { expect, test } from "vitest";
import { formatAidVersion } from "#app/domain/aid-version.ts";
import { LANGUAGES } from "#app/domain/language.ts";
import { loadMessages } from "#app/locales/messages.ts";
import { paths } from "#app/domain/paths.ts";
import { loader as page, meta } from "#app/screens/learn/aid.tsx";
import { loader as short } from "#app/screens/learn/aid-short.tsx";
import { course, learningInstallation } from "../commands/learning.ts";
import { asking, thrown } from "./asking.ts";

const [aid] = course.aids;
if (!aid) throw new Error("the course has no aid");
const { id } = aid;
const printed = formatAidVersion(aid.version);

async function visiting() {
  const { services, learner } = await learningInstallation();
  const { get, signedIn } = asking(services);
  return {
    services,
    get,
    /** The cookie of somebody whose account is in English. */
    cookie: () => signedIn(learner.id),
    open: (language: string, version?: string, cookie?: string) =>
      page(get(paths.aid("en", course.id, id, version), { lang: language, course: course.id, aid: id }, cookie)),
  };
}

test.each(LANGUAGES)(
  "the page shows sheet, version and the way back to it, and needs no account: %s",
  async (language) => {
    const { open, services } = await visiting();
    expect(await open(language)).toMatchObject({
      age: null,
      sheet: {
        title: aid.title[language],
        textLanguage: language,
        lawAsOf: course.lawAsOf,
        version: printed,
        address: `${services.origin}/aids/${course.id}/${aid.id}?v=${printed}`,
        code: { path: expect.stringMatching(/^M/) },
      },
    });
  },
);

test("nothing on the page is about the person who asks", async () => {
  const { open, cookie } = await visiting();
  expect(await open("ru", printed, await cookie())).toEqual(await open("ru", printed));
});

test.each([
  { version: printed, kind: "current" },
  { version: printed.toLowerCase(), kind: "current" },
  { version: formatAidVersion({ ...aid.version, code: "000000" }), kind: "different" },
  { version: formatAidVersion({ ...aid.version, revision: aid.version.revision + 1 }), kind: "unknown" },
  { version: "<script>", kind: "unknown" },
  { version: "x".repeat(1000), kind: "unknown" },
])("a sheet with the version $version is judged: $kind", async ({ version, kind }) => {
  const { open } = await visiting();
  expect((await open("be", version)).age).toEqual({ kind });
});

test("search engines are kept from the pages of single printed sheets", async () => {
  const { open } = await visiting();
  await loadMessages("en");
  const robots = async (version?: string) => {
    const data = await open("en", version);
    const args = { data, location: { pathname: "/en" }, matches: [] } as unknown as Parameters<typeof meta>[0];
    return JSON.stringify(meta(args)).includes("noindex");
  };
  expect([await robots(), await robots(printed), await robots("x")]).toEqual([false, true, true]);
});

test.each([
  { course: "no-such-course", aid: aid.id },
  { course: course.id, aid: "no-such-aid" },
  { course: course.id, aid: "__proto__" },
  { course: "constructor", aid: "constructor" },
])("there is no sheet $course/$aid, from either address", async (params) => {
  const { get } = await visiting();
  for (const answer of [page(get("/en", { lang: "en", ...params })), short(get("/aids", params))])
    expect((await thrown(answer)).status).toBe(404);
});

test("the address in the code leads to the sheet in the reader's language, with the version of the paper", async () => {
  const { get, cookie } = await visiting();
  const params = { course: course.id, aid: aid.id };
  const lead = async (path: string, accepted: string, as: string | null = null) => {
    const asked = get(path, params, as);
    asked.request.headers.set("Accept-Language", accepted);
    return thrown(short(asked));
  };
  const guest = await lead(paths.aidShort(course.id, aid.id, printed), "be, en;q=0.5");
  expect([guest.status, guest.headers.get("Location")]).toEqual([302, paths.aid("be", course.id, aid.id, printed)]);
  const account = await lead("/aids", "be", await cookie());
  expect(account.headers.get("Location")).toBe(paths.aid("en", course.id, aid.id));
  const long = await lead(`/aids?v=${"%26".repeat(500)}`, "en");
  expect(long.headers.get("Location")?.length).toBeLessThan(200);
});
