import { useContext } from "react";
import { LANGUAGES } from "#app/domain/language.ts";
import { LANGUAGE_NAMES } from "#app/ui/shell.tsx";
import type { CourseFacts, Facts, Finding, PageEntry } from "../api.ts";
import type { Documents } from "./documents.ts";
import { FindingLines } from "./findings.tsx";
import { fileHash } from "./place.ts";
import { StudioLanguage, useWords } from "./words/studio-words.ts";

/** Every page of every course, with what is wrong in it. */
export function PageList({ facts, documents }: { facts: Facts; documents: Documents }) {
  const words = useWords();
  const unsaved = new Set(documents.unsaved().map(([name]) => name));
  const other = facts.findings.filter(({ name }) => name === null);
  return (
    <div className="page page-wide">
      <h1>{words.listTitle}</h1>
      <p className="lead">{facts.courses.length === 0 ? words.noCourse : words.listLead}</p>
      {facts.courses.map((course) => (
        <CoursePages key={course.id} course={course} findings={facts.findings} unsaved={unsaved} />
      ))}
      {other.length > 0 && (
        <section>
          <h2>{words.otherFindings}</h2>
          <FindingLines findings={other} />
        </section>
      )}
    </div>
  );
}

function CoursePages({
  course,
  findings,
  unsaved,
}: {
  course: CourseFacts;
  findings: readonly Finding[];
  unsaved: ReadonlySet<string>;
}) {
  const words = useWords();
  const language = useContext(StudioLanguage);
  const title = course.title?.[language] ?? course.id;
  const cell = (name: string) => ({
    name,
    count: findings.filter((one) => one.name === name).length,
    isUnsaved: unsaved.has(name),
  });
  return (
    <section className="course-pages">
      <h2>{title}</h2>
      {course.title === null && <p className="notice notice-warning">{words.brokenCourse}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part of the page that scrolls must be reachable by keyboard */}
      <section className="scroll-frame" aria-label={words.pages(title)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.page}</th>
              {LANGUAGES.map((one) => (
                <th scope="col" key={one} lang={one}>
                  {LANGUAGE_NAMES[one]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {course.pages.map((page) => (
              <tr key={page.files.en.name}>
                <th scope="row">
                  <PageName page={page} />
                </th>
                {LANGUAGES.map((one) => (
                  <td key={one}>
                    <FileLink {...cell(page.files[one].name)} exists={page.files[one].exists} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>{words.dataFiles}</h3>
      <ul className="data-files">
        {course.data.map((name) => (
          <li key={name}>
            {name.split("/").at(-1)}: <FileLink {...cell(name)} exists />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PageName({ page }: { page: PageEntry }) {
  const words = useWords();
  const language = useContext(StudioLanguage);
  const title = page.title?.[language] ?? page.files.en.name.split("/").slice(1, -1).join(" / ");
  const kind = page.kind === "lesson" ? null : words[page.kind];
  const over = [page.module?.[language], kind].filter((part) => part && part !== title).join(" · ");
  return (
    <>
      {over !== "" && <span className="page-module">{over}</span>}
      {title}
    </>
  );
}

function FileLink({
  name,
  exists,
  count,
  isUnsaved,
}: {
  name: string;
  exists: boolean;
  count: number;
  isUnsaved: boolean;
}) {
  const words = useWords();
  const state = !exists ? words.missing : count === 0 ? words.fine : words.problems(count);
  return (
    <>
      <a href={fileHash(name)}>
        {words.open}
        <span className="visually-hidden"> {name}</span>
      </a>{" "}
      <span className={count > 0 ? "file-state has-problems" : "file-state"}>
        {isUnsaved ? `${state}, ${words.unsavedMark}` : state}
      </span>
    </>
  );
}
