import pino, { type Logger } from "pino";

/** JSON lines on standard output; no personal data goes in. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
