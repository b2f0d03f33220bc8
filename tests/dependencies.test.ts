/** The supply chain, as far as the lock file tells. Advisories: docs/decisions/0003-remix-2-kept-and-made-safe.md. */
import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { everyNode, readSources } from "./architecture/sources.ts";

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

const manifest = readJson<Manifest>("../package.json");
const lock = readJson<{ packages: Record<string, LockedPackage> }>("../package-lock.json");

const locked = Object.entries(lock.packages)
  .filter(([place]) => place.startsWith("node_modules/"))
  .map(([place, entry]) => ({ place, name: place.slice(place.lastIndexOf("node_modules/") + 13), ...entry }));

/** Versions that must not come in, nested ones included. */
const DENIED: { name: RegExp; denies: (version: string) => boolean; because: string }[] = [
  { name: /^@remix-run\/router$/, denies: below("1.23.4"), because: "CVE-2026-53668: open redirect" },
  { name: /^react-router(-dom)?$/, denies: below("6.30.6"), because: "CVE-2026-53668: open redirect" },
  {
    name: /^turbo-stream$/,
    denies: (version) => version.startsWith("2."),
    because: "CVE-2026-34077: denial of service, no fix in 2.x",
  },
  {
    name: /^@remix-run\/(cloudflare|css-bundle|dev|express|fs-routes|node|react|route-config|serve|server-runtime|testing)$/,
    denies: below("2.17.5"),
    because: "CVE-2026-42342, CVE-2026-40181 and earlier ones",
  },
  { name: /^drizzle-orm$/, denies: (version) => !below("1.0.0")(version), because: "drizzle 1 is another API" },
  {
    name: /^lucia$/,
    denies: (version) => version !== "3.2.2",
    because: "3.2.2 is the last release and the one that was read",
  },
];

test("the lock file holds no version that is known to be unsafe", () => {
  const found = locked.flatMap(({ place, name, version = "" }) => {
    const entry = DENIED.find((one) => one.name.test(name));
    return entry?.denies(version) ? [`${place} ${version}: ${entry.because}`] : [];
  });
  expect(found).toEqual([]);
});

test("every package that the deny list is about is in the lock file, so that the list is not idle", () => {
  for (const name of [
    "@remix-run/router",
    "@remix-run/node",
    "react-router",
    "react-router-dom",
    "turbo-stream",
    "drizzle-orm",
    "lucia",
  ]) {
    expect(
      locked.some((one) => one.name === name),
      name,
    ).toBe(true);
  }
});

test("versions are compared as numbers, and a pre-release comes before its release", () => {
  const older = below("6.30.6");
  expect(["6.9.9", "6.30.5", "5.99.99", "6.30.6-pre.1"].map(older)).toEqual([true, true, true, true]);
  expect(["6.30.6", "6.30.10", "6.100.0", "7.0.0"].map(older)).toEqual([false, false, false, false]);
});

test("the lock file names no host, so that an installation uses the registry of its own machine", () => {
  expect(locked.filter((entry) => entry.resolved !== undefined).map(({ place }) => place)).toEqual([]);
});

test("every package in the lock file is checked by its hash", () => {
  const unchecked = locked.filter((entry) => !entry.integrity && !entry.link && !entry.inBundle);
  expect(unchecked.map(({ place }) => place)).toEqual([]);
});

test("the fixed versions of what Remix pins too low are forced", () => {
  expect(manifest.overrides).toEqual({
    "@remix-run/router": "1.23.4",
    "react-router": "6.30.6",
    "react-router-dom": "6.30.6",
    // Not 2.x: turning single fetch on must fail loudly.
    "turbo-stream": "3.2.1",
  });
});

test("each direct dependency is pinned to one version", () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("at most 40 direct dependencies are part of the running program", () => {
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(40);
});

/** What may run a script while it is installed, and why. */
const INSTALL_SCRIPTS: Record<string, string> = {
  "better-sqlite3": "fetches or compiles its binding",
  esbuild: "puts the binary of this platform in place",
};

test("only packages with a reason run a script while they are installed", () => {
  const names = new Set(locked.filter((entry) => entry.hasInstallScript).map(({ name }) => name));
  expect([...names].filter((name) => !Object.hasOwn(INSTALL_SCRIPTS, name))).toEqual([]);
  const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may);
  expect(allowed.map(([name]) => name).sort()).toEqual(Object.keys(INSTALL_SCRIPTS).sort());
});

test("the flags of Remix behind which unfixed advisories live are off, the others on", () => {
  expect(remixFlags()).toEqual({
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  });
});

/** Read from the text: under Vitest the configuration leaves Remix's plugin out. */
function remixFlags(): Record<string, boolean> {
  const flags: Record<string, boolean> = {};
  for (const { tree } of readSources(["remix.config.js"])) {
    everyNode(tree, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText() !== "future") return;
      if (!ts.isObjectLiteralExpression(node.initializer)) throw new Error("The flags are not written out.");
      for (const flag of node.initializer.properties) {
        if (!ts.isPropertyAssignment(flag)) throw new Error(`The flag ${flag.getText()} is not written out.`);
        flags[flag.name.getText()] = flag.initializer.kind === ts.SyntaxKind.TrueKeyword;
      }
    });
  }
  return flags;
}

/** Whether a version is older than a release. */
function below(release: string): (version: string) => boolean {
  const numbers = (text: string) => text.split(/[.+-]/).slice(0, 3).map(Number);
  return (version) => {
    const fixed = numbers(release);
    for (const [place, number] of numbers(version).entries()) {
      const other = fixed[place] ?? 0;
      if (number !== other) return number < other;
    }
    return version.includes("-");
  };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8")) as T;
}
