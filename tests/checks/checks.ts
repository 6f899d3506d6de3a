import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** What a change must pass before anybody looks at it. */
const checks = {
  "format and lint": "biome check --error-on-warnings --max-diagnostics=100",
  types: "tsc -p tsconfig.json --incremental --tsBuildInfoFile var/types.tsbuildinfo",
  "types of the pure folders": "tsc -p tsconfig.pure.json",
  "who may know whom": "depcruise src --config .dependency-cruiser.cjs",
  "dead code": "knip --no-config-hints",
} as const;

export type CheckName = keyof typeof checks;

export interface Finding {
  readonly name: CheckName;
  readonly passed: boolean;
  readonly said: string;
}

/** Everything that the checks have to say about the tree in a folder. They run side by side: the slowest decides. */
export async function findAll(folder: string): Promise<readonly Finding[]> {
  return await Promise.all(Object.keys(checks).map((name) => find(name as CheckName, folder)));
}

/** The programs are found in the tree's `node_modules`, as npm scripts find them. */
async function find(name: CheckName, folder: string): Promise<Finding> {
  const env = { ...process.env, PATH: `${folder}/node_modules/.bin:${process.env.PATH}`, NO_COLOR: "1" };
  const child = spawn(checks[name], { shell: true, cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { name, passed: code === 0, said: `${out}${err}`.trim() };
}
