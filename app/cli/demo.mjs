// `npm run demo`: from a fresh clone to a running course in one command. Running it again keeps the data.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { buildOnce, installPackages, must, requireNode, step } from "./prepare.mjs";

const port = process.env.PORT || "3000";
const origin = `http://localhost:${port}`;
const env = {
  NODE_ENV: "production",
  WAYMARK_MODE: "demo",
  PORT: port,
  ORIGIN: origin,
  DATABASE_URL: "file:data/demo.sqlite",
  MAIL_FOLDER: "data/mail",
  ISSUER_NAME: "Waymark demo",
  LOG_LEVEL: process.env.LOG_LEVEL || "error",
};

requireNode();
installPackages();
buildOnce();
mkdirSync("data", { recursive: true });
step("Preparing the database and the demo people");
must("npx", ["--no-install", "tsx", "app/cli/seed-demo.ts"], env);
step("Starting");
const server = spawn(process.execPath, ["build/server/index.js"], {
  stdio: "inherit",
  env: { ...process.env, ...env },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 0));
