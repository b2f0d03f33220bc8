/**
 * Acknowledged means durable: the server is killed while many learners answer, complete lessons, hand in and claim their
 * certificates, and is started again on the same file. Killing a process does not prove what a power cut would; that
 * rests on `synchronous=FULL`, which the store makes sure of when it opens.
 */
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { itemsOn, Learner, textOf } from "../load/learner.mjs";
import { Line } from "../load/line.mjs";
import { answerTo, certificatePath, lessons, quizPath } from "./course.ts";
import { Ledger } from "./ledger.ts";
import {
  freshInstallation,
  type Learner as Account,
  pause,
  type ServerProcess,
  signedInLearners,
  startServer,
} from "./server-process.ts";

const KILLS = 50;
const CLIENTS = 32;

interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

test(`nothing acknowledged is lost and nothing counts twice when the server is killed ${KILLS} times under load`, async () => {
  const installation = await freshInstallation();
  const accounts = await signedInLearners(installation, 2500);
  const ledger = new Ledger();
  const outage = new Outage(CLIENTS);
  let server = await startServer(installation);

  const clients = Array.from({ length: CLIENTS }, () => new Client(installation, outage, ledger, accounts));
  const work = Promise.all(clients.map((client) => client.run()));
  for (let kill = 1; kill <= KILLS; kill += 1)
    server = await Promise.race([killAndRestart(server, kill), failureOf(work)]);
  outage.last = true;
  await work;
  await ledger.check(installation.file);
  await server.end("SIGTERM");

  // The load was one: all kinds of work went on while it was killed.
  expect(ledger.certified.size).toBeGreaterThan(KILLS);
  expect(ledger.handedIn.size).toBeGreaterThan(KILLS);
  expect(ledger.answers.size + ledger.lessonAnswers.size).toBeGreaterThan(10 * KILLS);

  async function killAndRestart(before: ServerProcess, kill: number): Promise<ServerProcess> {
    // Not always at the same point of whatever repeats itself in the server.
    await pause(350 + ((kill * 137) % 500));
    outage.begin();
    await before.end("SIGKILL");
    await outage.everybodyWaits();
    const after = await startServer(installation);
    await ledger.check(installation.file);
    outage.end();
    return after;
  }
}, 300_000);

/** Ends only when the work fails. */
function failureOf(work: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    work.catch(reject);
  });
}

/** The time between a kill and the next start: clients whose connection broke wait for its end. */
class Outage {
  /** Clients finish what they have begun, and begin nothing more. */
  last = false;
  #clients: number;
  #waiting = 0;
  #full = () => {};
  #over: Promise<void> = Promise.resolve();
  #end = () => {};

  constructor(clients: number) {
    this.#clients = clients;
  }

  begin(): void {
    this.#waiting = 0;
    this.#over = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  end(): void {
    this.#end();
  }

  everybodyWaits(): Promise<void> {
    return new Promise((resolve) => {
      this.#full = resolve;
      if (this.#waiting === this.#clients) resolve();
    });
  }

  async wait(): Promise<void> {
    this.#waiting += 1;
    if (this.#waiting === this.#clients) this.#full();
    await this.#over;
  }
}

/** Takes the course for one account after the other, on two lines, as somebody with two tabs does. */
class Client {
  readonly #installation;
  readonly #outage;
  readonly #ledger;
  readonly #accounts;

  constructor(installation: { port: number; origin: string }, outage: Outage, ledger: Ledger, accounts: Account[]) {
    this.#installation = installation;
    this.#outage = outage;
    this.#ledger = ledger;
    this.#accounts = accounts;
  }

  async run(): Promise<void> {
    const lines = [new Line(this.#installation.port), new Line(this.#installation.port)] as const;
    while (!this.#outage.last) {
      const account = this.#accounts.pop();
      if (!account) throw new Error("There are not enough learners for this machine.");
      await this.#takeCourse(account, lines);
    }
    for (const line of lines) line.close();
  }

  async #takeCourse(account: Account, lines: readonly [Line, Line]): Promise<void> {
    const { origin } = this.#installation;
    const ledger = this.#ledger;
    const [first, second] = lines.map((line) => new Learner(line, { origin, cookie: account.cookie }));
    if (!first || !second) throw new Error("A client has two lines.");

    for (const lesson of lessons) {
      for (const activityId of lesson.activities.slice(0, 1)) {
        const { fields, response } = answerTo(activityId);
        const answer = { ...lesson.place, activityId, answerId: randomUUID(), language: "en", fields };
        await this.#ask(200, () => first.save("/autosave/activities", answer));
        ledger.lessonAnswers.set(answer.answerId, response);
        // Sent again under the same id, it must not count again.
        await this.#ask(200, () => first.save("/autosave/activities", answer));
      }
      await this.#ask(303, () => first.post(lesson.path, { intent: "complete" }));
      ledger.completions.add(`${account.id} ${lesson.lessonId}`);
    }
    await this.#attempt(account, first, second, { wrong: true });
    await this.#attempt(account, first, second, { wrong: false });

    const claim = { name: "Alena Kavalenka", language: "be" };
    await this.#both(303, [() => first.post(certificatePath, claim), () => second.post(certificatePath, claim)]);
    ledger.certified.add(account.id);
  }

  /** Starts, answers every item twice, and hands in from two tabs at once. */
  async #attempt(account: Account, first: Learner, second: Learner, { wrong }: { wrong: boolean }): Promise<void> {
    const ledger = this.#ledger;
    const started = await this.#ask(303, () => first.post(quizPath, {}));
    const path = started.headers.location ?? "";
    const attemptId = path.split("/").at(-1) ?? "";
    ledger.attempts.set(attemptId, account.id);
    const page = await this.#ask(200, () => first.read(path));
    for (const itemId of itemsOn(textOf(page))) {
      await this.#answer(first, attemptId, itemId, answerTo(itemId, { wrong: true }));
      if (!wrong) await this.#answer(first, attemptId, itemId, answerTo(itemId));
    }
    const handIn = { intent: "submit" };
    await this.#both(303, [() => first.post(path, handIn), () => second.post(path, handIn)]);
    ledger.handedIn.add(attemptId);
  }

  async #answer(
    learner: Learner,
    attemptId: string,
    itemId: string,
    { fields, response }: ReturnType<typeof answerTo>,
  ) {
    const key = `${attemptId} ${itemId}`;
    const kept = this.#ledger.answers.get(key)?.kept;
    this.#ledger.answers.set(key, { kept, sent: response });
    await this.#ask(200, () => learner.saveAnswer(attemptId, itemId, fields));
    this.#ledger.answers.set(key, { kept: response, sent: undefined });
  }

  /** Asks until there is an answer: what was not acknowledged is sent again after the outage, as a browser does. */
  async #ask(expected: number, send: () => Promise<Reply>): Promise<Reply> {
    const [reply] = await this.#both(expected, [send]);
    if (!reply) throw new Error("There is a reply for each question.");
    return reply;
  }

  async #both(expected: number, sends: (() => Promise<Reply>)[]): Promise<Reply[]> {
    for (;;) {
      const replies = await Promise.allSettled(sends.map((send) => send()));
      const answered = replies.flatMap((reply) => (reply.status === "fulfilled" ? [reply.value] : []));
      for (const { status, body } of answered) {
        if (status !== expected)
          throw new Error(`The server answered ${status} instead of ${expected}: ${body.subarray(0, 300)}`);
      }
      if (answered.length === sends.length) return answered;
      await this.#outage.wait();
    }
  }
}
