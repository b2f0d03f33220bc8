// `npm test`: everything that must hold, in one command, from a fresh clone.
import { existsSync } from "node:fs";
import { buildOnce, installPackages, must, requireNode, run, step } from "../app/cli/prepare.mjs";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

requireNode();
installPackages();
requireChromium();
step("Lint");
must("npm", ["run", "--silent", "lint"]);
step("Types");
must("npm", ["run", "--silent", "typecheck"]);
step("Content");
must("npm", ["run", "--silent", "content", "--", "check"]);
buildOnce();
step("Unit, integration and browser tests");
must("npx", ["--no-install", "vitest", "run", "-c", "remix.config.js", ...process.argv.slice(2)], { NODE_ENV: "test" });

function requireChromium() {
  if (process.env.CHROMIUM ? existsSync(process.env.CHROMIUM) : CHROMIUM.some((path) => existsSync(path))) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    step("Installing Chromium for the browser tests");
    run("apt-get", ["update", "-qq"]);
    if (
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
        DEBIAN_FRONTEND: "noninteractive",
      })
    ) {
      return;
    }
  }
  process.stderr.write(
    "The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium),\n" +
      "or set CHROMIUM to the path of a Chromium or Chrome that you have.\n",
  );
  process.exit(1);
}
