// This is the Vite configuration: Remix, Vite and Vitest all read it (docs/decisions/0002).
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { waymarkContent } from "./app/compiler/plugin.ts";
import { compiledMessages } from "./app/locales/plugin.ts";
import { joinedChunks } from "./app/server/joined-chunks-plugin.ts";
import { serverEntry } from "./app/server/entry-plugin.ts";
import { precompressedAssets } from "./app/server/precompress-plugin.ts";
import { storeProjects } from "./tests/store/projects.ts";

const testing = process.env.VITEST === "true";
/** Courses from another folder, and another folder for what is built: `CONTENT=../our-courses npm run build`. */
const { CONTENT: content = "content", BUILD: build = "build" } = process.env;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    waymarkContent({ root: content }),
    compiledMessages(),
    ...(testing
      ? []
      : [
          remix({
            buildDirectory: build,
            future: {
              v3_fetcherPersist: true,
              v3_relativeSplatPath: true,
              v3_throwAbortReason: true,
              v3_routeConfig: true,
              // Off on purpose: two advisories without a fix live behind these flags (docs/decisions/0003).
              v3_singleFetch: false,
              v3_lazyRouteDiscovery: false,
            },
          }),
          serverEntry("app/server/main.ts"),
          joinedChunks(),
          precompressedAssets(`${build}/client`),
        ]),
  ],
  resolve: {
    alias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  ssr: { noExternal: ["use-intl"] },
  css: {
    transformer: "lightningcss",
    lightningcss: { targets: { chrome: 90 << 16, safari: 14 << 16, firefox: 91 << 16 } },
  },
  build: {
    target: isSsrBuild ? "node20" : ["chrome90", "safari14", "firefox91"],
    cssMinify: "lightningcss",
    assetsInlineLimit: 0,
  },
  esbuild: testing ? { jsx: "automatic" } : undefined,
  test: {
    projects: [
      ...storeProjects,
      {
        extends: true,
        test: {
          name: "app",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/store/**", "tests/journeys/**", "tests/faults/**"],
          setupFiles: ["tests/setup.ts"],
          // Waiting for an element alone may take 5 s on a busy machine.
          testTimeout: 20_000,
          env: { LOG_LEVEL: "silent" },
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/{journeys,faults}/**/*.test.ts"],
          setupFiles: ["tests/setup.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
}));
