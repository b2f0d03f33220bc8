/** What a browser downloads for a first view of a lesson, and how the files are served. */
import { existsSync } from "node:fs";
import { Line } from "./line.mjs";

const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Opens a lesson in Chromium with an empty cache and lists what it fetched, then asks for each file as browsers do.
 * @param {{ origin: string, port: number, cookie: string, path: string }} lesson
 * @returns bytes of script and style as served with brotli and with gzip, and the files that are not served as they should be;
 *   null where there is no Chromium
 */
export async function firstView({ origin, port, cookie, path }) {
  const executablePath = CHROMIUM.find((candidate) => candidate && existsSync(candidate));
  if (!executablePath) return null;
  const files = await fetchedBy(executablePath, { origin, cookie, path });
  const line = new Line(port);
  const bytes = { script: { br: 0, gzip: 0 }, stylesheet: { br: 0, gzip: 0 } };
  const faults = [];
  for (const { kind, address } of files) {
    for (const encoding of ["br", "gzip"]) {
      const { status, headers, body } = await line.send({ path: address, headers: { "Accept-Encoding": encoding } });
      bytes[kind][encoding] += body.length;
      if (status !== 200) faults.push(`${address}: ${status}`);
      if (headers["content-encoding"] !== encoding) faults.push(`${address}: not packed with ${encoding}`);
      if (!/\bimmutable\b/.test(headers["cache-control"] ?? "")) faults.push(`${address}: not immutable`);
      if (!/\bAccept-Encoding\b/i.test(headers.vary ?? ""))
        faults.push(`${address}: a cache may confuse its encodings`);
    }
  }
  line.close();
  return { files: files.length, scripts: files.filter(({ kind }) => kind === "script").length, bytes, faults };
}

async function fetchedBy(executablePath, { origin, cookie, path }) {
  const { chromium } = await import("playwright-core");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const [name, value] = cookie.split("=");
    await page.context().addCookies([{ name, value, url: origin }]);
    const files = new Map();
    page.on("request", (request) => {
      const kind = request.resourceType();
      const { pathname } = new URL(request.url());
      // A preload counts as "other"; what it brings is told by its name.
      if (kind === "script" || pathname.endsWith(".js")) files.set(pathname, "script");
      else if (kind === "stylesheet") files.set(pathname, "stylesheet");
    });
    const answer = await page.goto(origin + path, { waitUntil: "networkidle" });
    if (answer?.status() !== 200) throw new Error(`Chromium was answered ${answer?.status()} for ${path}.`);
    return [...files].map(([address, kind]) => ({ kind, address }));
  } finally {
    await browser.close();
  }
}
