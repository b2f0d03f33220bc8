import { randomUUID } from "node:crypto";
import { sendContentReport } from "#app/commands/send-content-report.server.ts";
import { grantRole } from "#app/store/accounts.server.ts";
import { course, learningInstallation, lessonOf, module } from "../commands/learning.ts";
import { asking } from "./asking.ts";

export const lesson = lessonOf("words-that-matter");
export const folder = `${module.id}/${lesson.id}`;

/** An installation with an author who is signed in, and a learner who reports. */
export async function authorDesk() {
  const installation = await learningInstallation();
  const { services, learner, clock } = installation;
  const author = await installation.person("author@example.org");
  const granted = { id: randomUUID(), accountId: author.id, role: "author", at: clock.now } as const;
  await services.store.write((tx) => grantRole(tx, granted));
  const asks = asking(services);
  return {
    ...installation,
    author,
    ...asks,
    cookie: await asks.signedIn(author.id),
    /** @returns the id of a report that the learner has sent */
    async report(more: Partial<Parameters<typeof sendContentReport>[1]> = {}): Promise<string> {
      const sent = await sendContentReport(services, {
        accountId: learner.id,
        reportId: randomUUID(),
        course,
        module,
        lesson,
        language: "be",
        place: "s2.1",
        kind: "mistake",
        text: "Не той артыкул.",
        ...more,
      });
      if (!sent.ok) throw new Error("the report was refused");
      return sent.value;
    },
  };
}
