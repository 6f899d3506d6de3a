import { STATUS_CODES } from "node:http";
import { fastifySwagger, type SwaggerTransform } from "@fastify/swagger";
import * as z from "zod/mini";
import type { Origin } from "./schemas.ts";

/** A way to say who asks: `token` in the Authorization header, `session` in this cookie. */
type SecuritySchemes = Readonly<
  Record<string, { type: "http"; scheme: string } | { type: "apiKey"; in: "cookie"; name: string }>
>;

/** Publishes the contract at `GET /v1/openapi.json`, made from the very schemas that requests are checked with. */
export async function publishContract(server: Origin, title: string, securitySchemes: SecuritySchemes): Promise<void> {
  await server.register(fastifySwagger, {
    openapi: { openapi: "3.1.0", info: { title, version: "1" }, components: { securitySchemes } },
    transform: inJsonSchema,
  });
  server.get("/v1/openapi.json", { schema: { hide: true } }, async () => server.swagger());
}

const inJsonSchema: SwaggerTransform = ({ schema, url }) => {
  const { params, querystring, body, response, ...rest } = schema as Record<string, unknown>;
  const described = { ...rest, ...each({ params, querystring, body }, jsonSchemaOf) };
  const answers = response instanceof Object ? { response: each(response, answerOf) } : {};
  return { schema: { ...described, ...answers }, url };
};

function each(parts: object, change: (part: unknown, name: string) => unknown): Record<string, unknown> {
  const present = Object.entries(parts).filter(([, part]) => part !== undefined);
  return Object.fromEntries(present.map(([name, part]) => [name, change(part, name)]));
}

function answerOf(part: unknown, status: string): unknown {
  return { description: STATUS_CODES[status], ...Object(jsonSchemaOf(part)) };
}

/** A zod schema in the words of OpenAPI; what is no zod schema (a letter's bytes) is in them already. */
function jsonSchemaOf(part: unknown): unknown {
  if (!(part instanceof z.ZodMiniType)) return part;
  const { $schema: _, ...schema } = z.toJSONSchema(part, { io: "input" });
  return schema;
}
