import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * The security headers of every answer, and a nonce for each page in `response.locals.nonce`.
 * @param secure whether the site is served over https, so that browsers are told to insist on it
 * @param development Vite's client needs inline styles and a web socket
 */
export function securityHeaders({ secure, development }: { secure: boolean; development: boolean }): RequestHandler[] {
  const fixed = helmet({
    contentSecurityPolicy: false,
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
  return [
    fixed,
    (_request, response, next) => {
      const nonce = randomBytes(16).toString("base64");
      response.locals.nonce = nonce;
      response.setHeader("Content-Security-Policy", contentPolicy(nonce, development));
      response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
      next();
    },
  ];
}

/** Nothing but what the site itself serves; no eval, no inline script without this answer's nonce. */
export function contentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}
