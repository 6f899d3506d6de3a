import { health } from "../wire/health.ts";
import type { Letterbox } from "./letterbox.ts";
import { refuse } from "./refuse.ts";
import { type Origin, refusals } from "./schemas.ts";

/** `GET /v1/health`: asks the store itself whether it can write and read, not only whether the program runs. */
export function healthRoute(server: Origin, letterbox: Letterbox, perMinute: number): void {
  const schema = {
    summary: "Whether letters can be taken and read now.",
    response: { 200: health, ...refusals(429, 503) },
  };
  server.get("/v1/health", { schema, config: { rateLimit: { max: perMinute } } }, async (_request, reply) =>
    (await letterbox.ready()) ? { status: "ready" } : refuse(reply, "busy", 10),
  );
}
