import { join } from "node:path";
import * as z from "zod/mini";
import type { EndpointSettings } from "./endpoint.ts";

const port = z.union([z.literal("off"), z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535))]);
const address = z.url({ protocol: /^https?$/ });
const yesOrNo = z.enum(["yes", "no"]);

const environment = z.object({
  CONNECT_DATA: z._default(z.string(), "var/data"),
  CONNECT_KEYS: z.optional(z.string()),
  CONNECT_RECEIPT_KEY: z.optional(z.string()),
  CONNECT_APP_FOLDER: z._default(z.string(), "dist/app"),
  CONNECT_DESK_FOLDER: z._default(z.string(), "dist/desk"),
  CONNECT_APP_ADDRESS: z._default(address, "http://localhost:8080"),
  CONNECT_HOST: z._default(z.string(), "127.0.0.1"),
  CONNECT_APP_PORT: z._default(port, 8080),
  CONNECT_DESK_PORT: z._default(port, 8081),
  CONNECT_BEHIND_TLS: z._default(yesOrNo, "no"),
  CONNECT_PROXIES: z._default(z.string(), ""),
});

export interface Environment extends EndpointSettings {
  /** Where people find the app; without a slash at its end. The endpoint itself works without knowing it. */
  readonly appAddress: string;
}

/** What the environment says about a deployment; throws the names of the variables that make no sense. */
export function settingsFrom(variables: Readonly<Record<string, string | undefined>>): Environment {
  const read = environment.safeParse(variables);
  if (!read.success)
    throw new Error(`Cannot use: ${read.error.issues.map((issue) => issue.path.join(".")).join(", ")}`);
  const said = read.data;
  return {
    dataFolder: said.CONNECT_DATA,
    keysFile: said.CONNECT_KEYS ?? join(said.CONNECT_DATA, "keys.json"),
    ...(said.CONNECT_RECEIPT_KEY === undefined ? {} : { receiptKeyFile: said.CONNECT_RECEIPT_KEY }),
    appAddress: said.CONNECT_APP_ADDRESS.replace(/\/+$/, ""),
    appFolder: said.CONNECT_APP_FOLDER,
    deskFolder: said.CONNECT_DESK_FOLDER,
    host: said.CONNECT_HOST,
    appPort: said.CONNECT_APP_PORT === "off" ? null : said.CONNECT_APP_PORT,
    deskPort: said.CONNECT_DESK_PORT === "off" ? null : said.CONNECT_DESK_PORT,
    behindTls: said.CONNECT_BEHIND_TLS === "yes",
    proxies: said.CONNECT_PROXIES.split(",").filter((proxy) => proxy !== ""),
  };
}
