/**
 * The configuration: the only file that reads the process's environment. Everything else receives values.
 * `.env.example` has a sentence for each setting; a test compares the two.
 */
import { z } from "zod";

const DEVELOPMENT_SECRET = "development-only-secret-development-only-secret";

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

export const EnvSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  /** `demo` serves over plain http on this machine, with demo people. */
  WAYMARK_MODE: z.enum(["standard", "demo"]).default("standard"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  SECRET: z.string().default(DEVELOPMENT_SECRET),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/|pglite:)/, "must start with file:, postgres:// or pglite:")
    .default("file:data/waymark.sqlite"),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, "is not a time zone of the IANA list, such as Europe/Minsk")
    .default("Europe/Minsk"),
  ISSUER_NAME: z.string().min(1).default("Waymark"),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Waymark <no-reply@localhost>"),
  MAIL_FOLDER: z.string().default("data/mail"),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});
export type Env = z.infer<typeof EnvSchema> & { ORIGIN: string };

/**
 * Reads and checks the settings.
 * @throws Error that lists every setting that is wrong, and how to mend it
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = EnvSchema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings are not usable. See .env.example.\n${faults.join("\n")}`);
  }
  const env = parsed.data;
  // As a browser writes it in its Origin header: small letters, no default port, no path.
  return { ...env, ORIGIN: new URL(env.ORIGIN ?? `http://localhost:${env.PORT}`).origin };
}

/**
 * What stands between these settings and a production server, one sentence a fault; empty when all is well.
 * The demo is judged as the demo: it may run over http, and only on this machine.
 */
export function weakSettings(env: Env, source: Record<string, string | undefined>): string[] {
  if (env.NODE_ENV !== "production") return [];
  if (env.WAYMARK_MODE === "demo") {
    const here = ["localhost", "127.0.0.1", "[::1]", "::1"];
    const why = "WAYMARK_MODE=demo serves demo people with known passwords";
    return [
      ...(here.includes(new URL(env.ORIGIN).hostname) ? [] : [`${why}, so ORIGIN must be on localhost.`]),
      ...(here.includes(env.HOST) ? [] : [`${why}, so HOST must be 127.0.0.1.`]),
    ];
  }
  const faults: string[] = [];
  if (!source.ORIGIN)
    faults.push("ORIGIN is not set. Give the address that people type, such as https://learn.example.org.");
  else if (!env.ORIGIN.startsWith("https://")) faults.push("ORIGIN must start with https:// in production.");
  else if (new URL(source.ORIGIN).pathname !== "/") faults.push("ORIGIN must be an origin without a path.");
  if (env.SECRET === DEVELOPMENT_SECRET) faults.push("SECRET is not set. Make one with: openssl rand -base64 48");
  else if (env.SECRET.length < 32)
    faults.push("SECRET is too short: at least 32 characters. Make one with: openssl rand -base64 48");
  if (env.ISSUER_NAME === "Waymark") faults.push("ISSUER_NAME is not set. It is printed on every certificate.");
  return faults;
}

/** A wrong setting is told in a sentence, not in a stack trace. */
function readEnv(): Env {
  try {
    return parseEnv(process.env);
  } catch (error) {
    process.stderr.write(`Not started. ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

export const env = readEnv();
export const weakness = weakSettings(env, process.env);
