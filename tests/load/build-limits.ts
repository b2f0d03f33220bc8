/** Builds the limits as the product is built, so that they run the same compiled lessons: `build-limits.ts <folder>`. */
import { build } from "vite";
import { waymarkContent } from "#app/compiler/plugin.ts";
import { compiledMessages } from "#app/locales/plugin.ts";

await build({
  configFile: false,
  logLevel: "warn",
  plugins: [waymarkContent({ root: "content" }), compiledMessages()],
  resolve: { alias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  ssr: { noExternal: ["use-intl"] },
  esbuild: { jsx: "automatic" },
  build: {
    ssr: true,
    target: "node20",
    outDir: process.argv[2] ?? "build/load",
    emptyOutDir: true,
    rollupOptions: {
      input: ["tests/load/bare-lesson.tsx", "tests/load/bare-answers.ts", "tests/load/bare-inserts.ts"],
      output: { entryFileNames: "[name].js" },
    },
  },
});
