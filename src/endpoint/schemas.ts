import type { IncomingMessage, ServerResponse } from "node:http";
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  FastifyTypeProvider,
  RawServerDefault,
} from "fastify";
import * as z from "zod/mini";
import { refusal } from "../wire/refusal.ts";

/** Tells TypeScript that a route's zod schemas are the types of what its handler receives. */
interface ZodTypes extends FastifyTypeProvider {
  readonly validator: this["schema"] extends z.ZodMiniType ? z.output<this["schema"]> : unknown;
  readonly serializer: unknown;
}

/** A server whose routes are described by the schemas of `src/wire`. */
export type Origin = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypes>;

/** Believes only what passes the route's own schema; anything else ends as the refusal `malformed`. */
export const believes: FastifySchemaCompiler<z.ZodMiniType> =
  ({ schema }) =>
  (value) => {
    const checked = schema.safeParse(value);
    return checked.success ? { value: checked.data } : { error: new Error("malformed") }; // zod's words quote the value
  };

/** The answers that refuse, for a route's description. */
export function refusals<Status extends number>(...statuses: Status[]): Record<Status, typeof refusal> {
  return Object.fromEntries(statuses.map((status) => [status, refusal])) as Record<Status, typeof refusal>;
}

/** The description of an answer without a body. */
export const nothing: z.ZodMiniNull = z.null();
