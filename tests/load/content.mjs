/** `npm run bench -- --content`: what an author waits for, and what a lesson file costs in a small and in a large course. */
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { freePort, serve } from "./served.mjs";

const CHECKS = 7;
const EDITS = 15;
/** Milliseconds between two edits: an author reads what came of the last. */
const PAUSE = 400;
const PAGE = "labour-migration/labour-migration-today/reading-data-critically";

/**
 * @param {{ folder: string, say: (text: string) => void, tsx: (args: string[], env: object) => Promise<string> }} tools
 */
export async function contentFigures({ folder, say, tsx }) {
  say("Check of the whole course");
  const check = checkTimes();
  say("One edit in development");
  const edit = await editTimes(folder, tsx);
  say("48 and 4800 lesson files; this takes some minutes");
  const tree = JSON.parse(await tsx(["tests/load/time-content.ts", `${folder}/trees`], {}));
  return { check, edit, tree: { ...tree, ratio: tree.large.both / tree.small.both } };
}

/** The command as an author runs it, from its start to its end. */
function checkTimes() {
  const times = [];
  let files = 0;
  for (let round = 0; round <= CHECKS; round += 1) {
    const start = performance.now();
    const { status, stderr } = spawnSync("npm", ["run", "--silent", "content", "--", "check"], { encoding: "utf8" });
    if (status !== 0) throw new Error(`The content has errors: npm run content -- check\n${stderr}`);
    // The first run makes the program.
    if (round > 0) times.push(performance.now() - start);
  }
  files = Number(spawnSync("sh", ["-c", "find content -name '*.mdx' | wc -l"], { encoding: "utf8" }).stdout);
  return { files, ...spread(times) };
}

/** From a saved file to the served page that shows it. */
async function editTimes(folder, tsx) {
  const root = `${folder}/content`;
  cpSync("content", root, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    PATH: process.env.PATH,
    CONTENT: root,
    PORT: String(port),
    ORIGIN: origin,
    DATABASE_URL: `file:${folder}/dev.sqlite`,
    MAIL_FOLDER: `${folder}/mail`,
    LOG_LEVEL: "error",
  };
  const [learner] = JSON.parse(await tsx(["tests/load/seed-learners.ts", "1"], env));
  const server = await serve(["--import", "tsx", "app/server/dev.ts"], env);
  const file = path.join(root, PAGE, "en.mdx");
  const address = `${origin}/en/courses/${PAGE}`;
  const saved = readFileSync(file, "utf8");
  const shows = async (words) => {
    const reply = await fetch(address, { headers: { Cookie: learner.cookie } });
    const text = await reply.text();
    return reply.status === 200 && text.includes(words);
  };
  // Its first words may be another's: Vite, too, writes to the terminal before the server listens.
  for (let tries = 0; tries < 100 && !(await listens(port)); tries += 1) await wait(200);
  if (!(await shows("Neither table lies."))) throw new Error(`${address} does not show what ${file} says.`);
  const times = [];
  let cpu = 0;
  for (let round = 0; round <= EDITS; round += 1) {
    await wait(PAUSE);
    const words = `Neither table lies ${"again and ".repeat(round)}again.`;
    const start = performance.now();
    writeFileSync(file, saved.replace("Neither table lies.", words));
    while (!(await shows(words))) await wait(20);
    // The first edit still loads parts of the program.
    if (round > 0) times.push(performance.now() - start);
    else cpu = server.cpu();
  }
  cpu = server.cpu() - cpu;
  await server.stop();
  return { ...spread(times), cpuMs: cpu / EDITS };
}

/** Milliseconds. */
function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), fastest: sorted[0], slowest: sorted.at(-1) };
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Whether a server takes connections on a port of this machine. */
function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
