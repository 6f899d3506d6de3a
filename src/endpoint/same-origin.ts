import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a page of another origin made the browser send this. `Sec-Fetch-Site` says it; where it is missing, `Origin`
 * must name the host asked. A request with neither comes from no browser of this decade, and carries nobody's cookie.
 */
export function isFromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin";
  if (headers.origin === undefined) return false;
  return !URL.canParse(headers.origin) || new URL(headers.origin).host !== headers.host;
}
