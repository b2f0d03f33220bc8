// Plain JavaScript on purpose: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Says what happens now, and how long the last step took. */
export function step(title) {
  process.stdout.write(`\n== ${title}\n`);
}

/**
 * Runs a program to its end with its output shown.
 * @returns whether it succeeded
 */
export function run(command, args, env = {}) {
  const ended = spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  return ended.status === 0;
}

/** Runs a program that must succeed; otherwise this one ends with the same failure. */
export function must(command, args, env = {}) {
  if (run(command, args, env)) return;
  process.stderr.write(`\nStopped: "${command} ${args.join(" ")}" failed. The lines above say why.\n`);
  process.exit(1);
}

/** Refuses a Node.js that this program was never run on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Waymark needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

/** Installs the packages that package-lock.json names, unless that very list is installed already. */
export function installPackages() {
  const stamp = "node_modules/.waymark-installed";
  const wanted = fingerprint(["package-lock.json"]) + process.version;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  step("Installing packages (the first time this takes a few minutes: the database driver may be compiled)");
  // `ci` empties the folder first, which nobody wants who has a server running from it.
  must("npm", [existsSync("node_modules") ? "install" : "ci", "--no-audit", "--no-fund"]);
  writeFileSync(stamp, wanted);
}

/** Builds, unless exactly these sources are built already. */
export function buildOnce() {
  const stamp = "build/.sources";
  const wanted = fingerprint(["app", "content", "remix.config.js", "package-lock.json"]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  step("Building pages and lessons");
  must("npm", ["run", "--silent", "build"]);
  mkdirSync("build", { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint(entries) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap(filesIn).sort()) hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function filesIn(entry) {
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry).flatMap((name) => filesIn(path.join(entry, name)));
}
