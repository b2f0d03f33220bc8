/** The frame of the studio's two pages, and the headers that shut everything else out. */

/** With every answer. */
export const PAGE_HEADERS: Record<string, string> = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/**
 * Nothing but what the studio itself serves. The editor makes its styles while it runs, which the nonce allows to it alone.
 * @param inFrame for the preview, which the studio's own page frames
 */
export function pagePolicy(nonce: string, inFrame: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    inFrame ? "frame-src 'none'" : "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    inFrame ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** @param files addresses of our own bundle, which need no escaping */
export function htmlPage({ script, styles }: { script: string; styles: readonly string[] }, nonce: string): string {
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    "<title>Waymark studio</title>",
    ...styles.map((file) => `<link rel="stylesheet" href="${file}">`),
    `<script type="module" src="${script}" nonce="${nonce}"></script>`,
    '</head><body><div id="studio"></div>',
    "<noscript><p>The studio is an editor and needs JavaScript. The files in content/ can be edited with any other editor, and",
    "npm run content -- check says what is wrong.</p></noscript>",
    "</body></html>",
    "",
  ].join("\n");
}
