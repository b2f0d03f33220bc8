import type { Plugin } from "vite";

/**
 * Makes the HTTP server the entry of the server build, so that server and screens share one module graph and
 * `npm start` runs one built file.
 * @param input path of the entry from the root
 */
export function serverEntry(input: string): Plugin {
  return {
    name: "waymark-server-entry",
    // After Remix, which sets its own entry.
    enforce: "post",
    config(_config, { isSsrBuild }) {
      return isSsrBuild ? { build: { rollupOptions: { input } } } : undefined;
    },
  };
}
