import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildFor, isBuiltFor } from "./demo-build.ts";
import { demoOf, makeDemo } from "./demo-made.ts";
import { noteFor } from "./demo-note.ts";
import { enrollingNote } from "./demo-point.ts";
import { runEndpoint } from "./demo-run.ts";

/**
 * The first command of a newcomer: makes keys and accounts that are good for trying out and nothing else, builds the app
 * and the desk, starts the endpoint, and says how to go on. The next time it only starts.
 */
const folder = join("var", "demo");
const named = process.env.CONNECT_DEPLOYMENT ?? "thames-valley";
const area = named.includes("/") ? named : join("deployments", named);

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** The organisations that this area's app offers. */
function organisationsHere(): readonly string[] {
  const { organisations } = JSON.parse(readFileSync(join(area, "organisations.json"), "utf8"));
  return organisations.map((organisation: { id: string }) => organisation.id);
}

async function run(): Promise<void> {
  const organisations = organisationsHere();
  const demo = demoOf(folder, organisations) ?? (await makeDemo(folder, organisations, say));
  if (!isBuiltFor(demo.keysFile)) {
    say("Building the app and the desk. This takes a minute or two, and is done once.");
    await buildFor(demo.keysFile, join(folder, "build.log"));
  }
  mkdirSync(join(folder, "data"), { recursive: true, mode: 0o700 });
  await runEndpoint(demo, process.env, async (ports) =>
    say(noteFor(demo, ports, await enrollingNote(folder, `http://localhost:${ports.app}`))),
  );
}

if (Number(process.versions.node.split(".")[0]) < 24) {
  say(
    `This is Node ${process.versions.node}; Connect needs 24. "npm install" brings it along, and "npm start" uses it.`,
  );
  process.exitCode = 1;
} else {
  await run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : "The demonstration could not start."}\n`);
    process.exitCode = 1;
  });
}
