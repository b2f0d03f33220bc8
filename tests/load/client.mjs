/**
 * The load, in a process of its own: `client.mjs` reads a plan from its parent and answers with figures. It tells the parent
 * when measuring begins and ends, so that the server's processor time is read at the same moments.
 */
import { answersFor, Learner, textOf } from "./learner.mjs";
import { Line } from "./line.mjs";

/** Milliseconds of load before measuring: until then a server's processor time is that of compiling its script. */
const WARMING = 4000;

process.once("message", async (plan) => {
  const scenario = { views, attempts, acks }[plan.scenario];
  process.send({ result: await scenario(plan) }, () => process.exit(0));
});

/** Each client asks for one page after the other. */
function views({ port, origin, seconds, clients, cookies, paths }) {
  const members = Array.from({ length: clients }, (_, index) => {
    const learner = new Learner(new Line(port), { origin, cookie: cookies[index % cookies.length] });
    let turn = index;
    return async (note) => {
      turn += 1;
      await note(() => learner.read(paths[turn % paths.length]), 200);
    };
  });
  return measure(members, seconds);
}

/** Each client takes the quiz over and over: start, page, one save for each question, hand in, review. */
function attempts({ port, origin, seconds, clients, cookies, quiz }) {
  const members = Array.from({ length: clients }, (_, index) => {
    const line = new Line(port);
    let turn = index;
    return async (note) => {
      // Nobody takes a quiz a hundred times: the learners take turns.
      const learner = new Learner(line, { origin, cookie: cookies[turn % cookies.length] });
      turn += clients;
      const started = await note(() => learner.post(quiz, {}), 303);
      const attempt = started.headers.location;
      const items = answersFor(textOf(await note(() => learner.read(attempt), 200)));
      const attemptId = attempt.split("/").at(-1);
      for (const { itemId, fields } of items) {
        await note(() => learner.saveAnswer(attemptId, itemId, fields), 200);
      }
      const form = items.flatMap(({ itemId, fields }) => [["item", itemId], ...fields]);
      await note(() => learner.post(attempt, [...form, ["intent", "submit"]]), 303);
      await note(() => learner.read(attempt), 200);
    };
  });
  return measure(members, seconds);
}

/** Each client saves one answer after the other to an attempt of its own; `savePort` is another server that takes them. */
async function acks({ port, savePort = port, origin, seconds, clients, cookies, quiz }) {
  const members = await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      const learner = new Learner(new Line(port), { origin, cookie: cookies[index] });
      const attempt = (await learner.post(quiz, {})).headers.location;
      const items = answersFor(textOf(await learner.read(attempt)));
      const attemptId = attempt.split("/").at(-1);
      const saver = new Learner(new Line(savePort), { origin, cookie: cookies[index] });
      let turn = index;
      return async (note) => {
        turn += 1;
        const { itemId, fields } = items[turn % items.length];
        await note(() => saver.saveAnswer(attemptId, itemId, fields), 200);
      };
    }),
  );
  return measure(members, seconds);
}

/**
 * Runs all members side by side, warms up, then measures.
 * @returns rounds a second, requests a second, and how long requests took in milliseconds
 */
async function measure(members, seconds) {
  const took = [];
  let measuring = false;
  let running = true;
  let rounds = 0;
  const note = async (ask, expected) => {
    const start = performance.now();
    const reply = await ask();
    if (measuring) took.push(performance.now() - start);
    if (reply.status !== expected) throw new Error(`The server answered ${reply.status} instead of ${expected}.`);
    return reply;
  };
  const runs = members.map(async (member) => {
    while (running) {
      await member(note);
      if (measuring) rounds += 1;
    }
  });
  const failed = Promise.all(runs);
  await Promise.race([failed, sleep(WARMING)]);
  const own = process.cpuUsage();
  process.send({ at: "begin" });
  const start = performance.now();
  measuring = true;
  await Promise.race([failed, sleep(seconds * 1000)]);
  measuring = false;
  const elapsed = (performance.now() - start) / 1000;
  const requests = took.length;
  const { user, system } = process.cpuUsage(own);
  process.send({ at: "end" });
  running = false;
  await failed;
  took.sort((a, b) => a - b);
  const percentile = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return {
    rounds,
    requests,
    seconds: elapsed,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    ownCpuMs: (user + system) / 1000,
  };
}

function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
