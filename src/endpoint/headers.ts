import type { FastifyHelmetOptions } from "@fastify/helmet";

/** What may run and load on a page of each origin, as directives of a Content Security Policy. */
export type PagePolicy = Readonly<Record<string, readonly string[]>>;

const closed: PagePolicy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "connect-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["connect"],
};

/** The reporter's pages: their critical styles stand in the HTML, so those very texts are named by their hash. */
export function appPolicy(styleHashes: readonly string[]): PagePolicy {
  return {
    ...closed,
    "style-src": ["'self'", ...styleHashes],
    "img-src": ["'self'", "data:"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
  };
}

/** The desk's pages: nothing to install, and a worker only for the slow work of unlocking an identity. */
export function deskPolicy(styleHashes: readonly string[]): PagePolicy {
  return {
    ...closed,
    "style-src": ["'self'", ...styleHashes],
    "img-src": ["'self'", "data:"],
    "worker-src": ["'self'"],
  };
}

/** A policy as the header says it. It is written once at the start; helmet would write it anew for every answer. */
export function policyText(policy: PagePolicy): string {
  return Object.entries(policy)
    .map(([directive, values]) => [directive, ...values].join(" "))
    .join("; ");
}

/** The other headers of every answer. Never `Clear-Site-Data`: it would delete reports that wait on a device. */
export function helmetOptions(behindTls: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: false, // ours, by `policyText`
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
    xDownloadOptions: false, // these three speak to Internet Explorer and Flash
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    strictTransportSecurity: behindTls ? { maxAge: 63_072_000, includeSubDomains: false } : false,
  };
}

const features = [
  "accelerometer",
  "browsing-topics",
  "display-capture",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
] as const;

/** What the app uses on a person's word: where they are now, and a coordinator's code that the camera reads. */
const ofTheApp = ["camera", "geolocation"] as const;

/** Closes every feature of the browser that no visible part of this origin uses. */
export function permissions(origin: "app" | "desk"): string {
  const own = ofTheApp.map((feature) => `${feature}=${origin === "app" ? "(self)" : "()"}`);
  return [...features.map((feature) => `${feature}=()`), ...own].join(", ");
}

/**
 * What only a document or a worker obeys. The app's scripts and styles go without: on a slow link these headers would
 * outweigh them. They get `policyOfAnAsset` instead: one of them that were ever started as a worker could do nothing.
 */
export const onlyForDocuments: readonly string[] = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "origin-agent-cluster",
  "permissions-policy",
  "x-dns-prefetch-control",
  "x-frame-options",
];

export const policyOfAnAsset = "default-src 'none'";
