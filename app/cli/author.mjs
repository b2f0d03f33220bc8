// `npm run author`: the studio for writing, on the author's own machine.
import { spawn } from "node:child_process";
import { installPackages, requireNode } from "./prepare.mjs";

if (process.env.NODE_ENV === "production") {
  process.stderr.write(
    "The studio writes files and is for an author's own machine: it does not start with NODE_ENV=production.\n",
  );
  process.exit(1);
}
requireNode();
installPackages();
const studio = spawn(process.execPath, ["--import", "tsx", "app/cli/author.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, PORT: process.env.PORT || "3100" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => studio.kill(signal));
studio.on("exit", (code) => process.exit(code ?? 0));
