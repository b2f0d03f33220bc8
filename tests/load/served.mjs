/** Servers under measurement: each a process of its own, whose processor time is read from the kernel. */
import { fork, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const CLIENT = fileURLToPath(new URL("client.mjs", import.meta.url));

/** Milliseconds of one tick of `/proc/<pid>/stat`; Linux has shown 100 ticks a second to programs since 2.6. */
const TICK = 10;

/** Every process that this one has started and that still runs. */
const children = new Set();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/**
 * Starts a server and waits for its first words.
 * @param {string[]} command the arguments of Node
 * @param {Record<string, string>} env
 */
export async function serve(command, env) {
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"], env });
  watch(child);
  await new Promise((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("exit", () => reject(new Error(`"node ${command.join(" ")}" did not start.`)));
  });
  child.stdout.resume();
  return {
    /** Milliseconds of user and system time so far; NaN where the kernel does not tell. */
    cpu: () => cpuOf(child.pid),
    async stop() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/**
 * Puts load on a server from another process.
 * @param {{ cpu(): number }} server
 * @param {object} plan see `client.mjs`
 * @returns what the client measured, with `cpuMs`: processor time of the server over the measured requests
 */
export function load(server, plan) {
  const client = fork(CLIENT);
  watch(client);
  return new Promise((resolve, reject) => {
    let cpu = 0;
    client.on("message", ({ at, result }) => {
      if (at === "begin") cpu = server.cpu();
      if (at === "end") cpu = server.cpu() - cpu;
      if (result) resolve({ ...result, cpuMs: cpu });
    });
    client.once("exit", (code) => reject(new Error(`The load generator ended with ${code}.`)));
    client.send(plan);
  });
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<string>} what it printed
 */
export function output(command, args, env) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"], env });
  watch(child);
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`"${command} ${args.join(" ")}" ended with ${code}.`));
    });
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function watch(child) {
  children.add(child);
  child.once("exit", () => children.delete(child));
}

function cpuOf(pid) {
  try {
    // The second field is the program's name in brackets, which may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return Number.NaN;
  }
}
