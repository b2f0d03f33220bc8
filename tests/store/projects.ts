/** The suite of the store, once for each database. `DATABASE_URL` only says which kind: every test makes its own database. */
function storeProject(name: string, url: string) {
  return {
    extends: true as const,
    test: {
      name,
      include: ["tests/store/**/*.test.ts"],
      env: { DATABASE_URL: url, LOG_LEVEL: "silent" },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export const storeProjects = [
  storeProject("store-sqlite", "file:data/unused.sqlite"),
  storeProject("store-postgres", "pglite:"),
];
