import { type EndpointMeans, lettersFile, lockWaitMs, startEndpoint, thisMachine } from "./endpoint.ts";
import { settingsFrom } from "./environment.ts";
import { sqliteLetterbox } from "./sqlite-letterbox.ts";

const longestStopMs = 20_000;

/** Without its writer it could only refuse; ended, whoever watches over it starts it again. */
const means: EndpointMeans = {
  ...thisMachine,
  openLetterbox: (folder) =>
    sqliteLetterbox({ file: lettersFile(folder), lockWaitMs }, { broken: () => process.exit(70) }),
};

/** Why a start failed, for the person at the terminal. */
function reasonFor(error: unknown): string {
  if (!(error instanceof Error)) return "The endpoint could not start.";
  const { code, port } = error as Error & { code?: string; port?: number };
  if (code === "EADDRINUSE")
    return `Port ${port} is in use already. Stop what uses it, or set CONNECT_APP_PORT or CONNECT_DESK_PORT.`;
  return error.message;
}

process.umask(0o077); // what it writes is for its own account alone

try {
  const endpoint = await startEndpoint(settingsFrom(process.env), means);
  const stop = () => {
    setTimeout(() => process.exit(1), longestStopMs).unref(); // somebody reads an answer more slowly than we can wait
    void endpoint.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.stderr.write(`Ready. app ${endpoint.appPort}, desk ${endpoint.deskPort}\n`);
} catch (error) {
  process.stderr.write(`${reasonFor(error)}\n`);
  process.exit(1);
}
