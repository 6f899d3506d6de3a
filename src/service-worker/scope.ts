import type { PrecacheEntry } from "workbox-precaching";

/** What a service worker sees that TypeScript's library for pages does not know. */
export interface WorkerScope {
  /** Filled in by the build: every file of the reporting path. */
  readonly __WB_MANIFEST: readonly PrecacheEntry[];
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { type: "window"; includeUncontrolled: true }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate" | "periodicsync", hear: (event: LastingEvent) => void): void;
  addEventListener(name: "sync", hear: (event: SyncEvent) => void): void;
  addEventListener(name: "message", hear: (event: MessageToWorker) => void): void;
  addEventListener(name: "fetch", hear: (event: FetchEvent) => void): void;
}

export interface LastingEvent {
  /** The browser keeps the worker alive until then, for some minutes at most. */
  waitUntil(work: Promise<unknown>): void;
}

export interface MessageToWorker extends LastingEvent {
  readonly data: unknown;
  /** Where an answer goes, for who waits for one. */
  readonly ports: readonly MessagePort[];
}

export interface SyncEvent extends LastingEvent {
  readonly tag: string;
  /** The browser will not try again by itself. */
  readonly lastChance: boolean;
}

export interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
