import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./app/store/schema.server.ts",
  out: "./migrations/postgres",
});
