/**
 * `npm run bench`: the built server beside limits that are measured in the same run, in turns, so that a busy machine
 * troubles both. `--seconds N` is the length of one measurement, `--json` prints the figures as JSON and nothing else.
 * `--content` measures the author's side instead: the check, one edit in development, small and large courses.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { firstView } from "./assets.mjs";
import { contentFigures } from "./content.mjs";
import { contentTableOf, contentTargetsOf } from "./content-report.mjs";
import { tableOf, targetsOf } from "./report.mjs";
import { freePort, load, output, serve } from "./served.mjs";

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
    content: { type: "boolean", default: false },
  },
});
const seconds = Number(options.seconds);
if (!(seconds >= 1 && seconds <= 60)) {
  process.stderr.write("--seconds takes a number from 1 to 60.\n");
  process.exit(1);
}

const PASSES = 2;
const CLIENTS = 8;
const ANSWERING = 200;
const TAKING = 160;
const LIMITS = "build/load";
const COURSE = "courses/labour-migration/labour-migration-today";
const LESSONS = ["words-that-matter", "world-in-figures", "belarus-in-and-out", "reading-data-critically"];
const paths = ["en", "ru", "be"].flatMap((language) => LESSONS.map((lesson) => `/${language}/${COURSE}/${lesson}`));
const quiz = `/en/${COURSE}/quiz`;

const machine = { processors: availableParallelism(), node: process.versions.node, load: loadavg() };
const say = (text) => process.stderr.write(`${text}\n`);

mkdirSync("data", { recursive: true });
const folder = mkdtempSync("data/bench-");
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

if (options.content) {
  const figures = { machine, ...(await contentFigures({ folder, say, tsx })) };
  const report = { ...figures, targets: contentTargetsOf(figures) };
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : `\n${contentTableOf(report)}\n`);
  process.exit();
}

say("Building what is not built yet");
process.stderr.write(
  await output(
    process.execPath,
    ["-e", 'import("./app/cli/prepare.mjs").then(({ buildOnce }) => buildOnce())'],
    process.env,
  ),
);
await tsx(["tests/load/build-limits.ts", LIMITS], {});

const port = await freePort();
const origin = `http://localhost:${port}`;
const env = {
  PATH: process.env.PATH,
  NODE_ENV: "production",
  WAYMARK_MODE: "demo",
  PORT: String(port),
  ORIGIN: origin,
  DATABASE_URL: `file:${folder}/waymark.sqlite`,
  MAIL_FOLDER: `${folder}/mail`,
  ISSUER_NAME: "Waymark bench",
  LOG_LEVEL: "error",
};
const learners = JSON.parse(await tsx(["tests/load/seed-learners.ts", String(CLIENTS + TAKING + ANSWERING)], env));
const cookies = learners.map(({ cookie }) => cookie);
const groups = {
  reading: cookies.slice(0, CLIENTS),
  taking: cookies.slice(CLIENTS, CLIENTS + TAKING),
  answering: cookies.slice(CLIENTS + TAKING),
};

const server = await serve(["build/server/index.js"], env);
const barePort = await freePort();
const bare = await serve([`${LIMITS}/bare-lesson.js`, String(barePort)], { NODE_ENV: "production" });
const insertsPort = await freePort();
const inserts = await serve([`${LIMITS}/bare-inserts.js`, String(insertsPort), folder], { NODE_ENV: "production" });

const passes = { views: [], bareViews: [], attempts: [], acks: [], inserts: [], raw: [], inProcess: [] };
const site = { port, origin, seconds };
for (let pass = 1; pass <= PASSES; pass += 1) {
  say(`Pass ${pass} of ${PASSES}: lessons`);
  const viewing = { ...site, scenario: "views", clients: CLIENTS, cookies: groups.reading, paths };
  passes.bareViews.push(await load(bare, { ...viewing, port: barePort }));
  passes.views.push(await load(server, viewing));
  say(`Pass ${pass} of ${PASSES}: quiz attempts`);
  passes.attempts.push(
    await load(server, { ...site, scenario: "attempts", clients: CLIENTS, cookies: groups.taking, quiz }),
  );
  say(`Pass ${pass} of ${PASSES}: answers`);
  const limits = JSON.parse(
    await output(
      process.execPath,
      [`${LIMITS}/bare-answers.js`, mkdtempSync(`${folder}/limits-`), String(seconds), String(ANSWERING)],
      env,
    ),
  );
  passes.raw.push(limits.raw);
  passes.inProcess.push(limits.inProcess);
  const answering = { ...site, scenario: "acks", clients: ANSWERING, cookies: groups.answering, quiz };
  passes.inserts.push(await load(inserts, { ...answering, savePort: insertsPort }));
  passes.acks.push(await load(server, answering));
}
say("First view of a lesson");
const assets = await firstView({ origin, port, cookie: cookies[0], path: paths[0] });
await bare.stop();
await inserts.stop();
await server.stop();

const lessons = { clients: CLIENTS, product: mean(passes.views), limit: mean(passes.bareViews) };
const answers = {
  clients: ANSWERING,
  product: mean(passes.inProcess),
  limit: mean(passes.raw),
  overHttp: { product: mean(passes.acks), limit: mean(passes.inserts) },
};
const figures = {
  machine,
  seconds,
  lessons: { ...lessons, ratio: lessons.product.perSecond / lessons.limit.perSecond },
  attempts: { clients: CLIENTS, product: mean(passes.attempts) },
  answers: {
    ...answers,
    ratio: answers.product.perSecond / answers.limit.perSecond,
    overHttp: {
      ...answers.overHttp,
      ratio: answers.overHttp.product.perSecond / answers.overHttp.limit.perSecond,
    },
  },
  assets,
};
const report = { ...figures, targets: targetsOf(figures) };
process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : `\n${tableOf(report)}\n`);

/** All passes as one: rates over the whole time, percentiles as their mean. */
function mean(results) {
  const sum = (name) => results.reduce((total, result) => total + (result[name] ?? Number.NaN), 0);
  const rounds = sum("rounds");
  return {
    perSecond: rounds / sum("seconds"),
    p50: sum("p50") / results.length,
    p95: sum("p95") / results.length,
    p99: sum("p99") / results.length,
    cpuMsPerRound: sum("cpuMs") / rounds,
  };
}

function tsx(args, settings) {
  return output(process.execPath, ["node_modules/tsx/dist/cli.mjs", ...args], { ...process.env, ...settings });
}
