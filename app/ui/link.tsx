import { Link as RemixLink } from "@remix-run/react";
import type { AnchorHTMLAttributes } from "react";

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  /** A path of ours, built by `paths.ts`; never one that a person supplied. */
  to: string;
  /** Loads the page anew: another language, a file, a page whose state must not survive. */
  reload?: boolean;
}

/** A link to a page of this site. */
export function Link({ to, reload = false, ...rest }: LinkProps) {
  return <RemixLink to={to} reloadDocument={reload} {...rest} />;
}
