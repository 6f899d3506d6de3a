import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Deployment, makeDeployment, newId, type Running } from "./deployment.ts";

interface Block {
  readonly asks: boolean;
  readonly commands: string;
}

const page = readFileSync(new URL("../../docs/collecting.md", import.meta.url), "utf8");
const blocks: readonly Block[] = Array.from(
  page.matchAll(/```(sh|sh-asks)\n([\s\S]*?)```/g),
  ([, kind, commands = ""]) => ({
    asks: kind === "sh-asks",
    commands,
  }),
);

let deployment: Deployment;
let endpoint: Running;
beforeAll(async () => {
  deployment = await makeDeployment();
  endpoint = await deployment.start();
});
afterAll(async () => {
  await endpoint.close();
  deployment.remove();
});

/** Runs a block as it stands on the page. One that asks gets a terminal and the passphrase typed into it. */
async function obey({ asks, commands }: Block, env: Record<string, string>, cwd: string, typed: string): Promise<void> {
  const file = join(cwd, ".block");
  writeFileSync(file, `set -eu\n${commands}`);
  const [program, words] = asks ? ["script", ["-qec", `bash ${file}`, "/dev/null"]] : ["bash", [file]];
  const child = execFile(program, words, { env: { ...process.env, ...env }, cwd });
  let said = "";
  child.stderr?.on("data", (text) => {
    said += text;
  });
  child.stdout?.on("data", (text) => {
    if (asks && String(text).includes("passphrase")) child.stdin?.write(`${typed}\n`);
  });
  const [code] = await once(child, "close");
  expect(`${code} ${said}`, commands).toBe("0 ");
}

it("collects, checks, acknowledges and opens letters with the very commands that the page shows", async () => {
  const texts = ["The first report.", "The second report."];
  const ids = texts.map(newId);
  for (const [n, text] of texts.entries()) await endpoint.put(ids[n] ?? "", await deployment.sealed(text));
  await endpoint.put(newId(), await deployment.sealed("For the council alone.", ["council"]));
  const cwd = join(deployment.folder, "collector");
  mkdirSync(cwd);
  const { file: IDENTITY, passphrase } = deployment.written.organisations.police?.inUse ?? expect.fail();
  const TOKEN = await deployment.token("police");
  const env = { TOKEN, DESK: endpoint.desk, IDENTITY, LETTER: `${ids[0]}.age` };

  expect(blocks.length).toBeGreaterThanOrEqual(6);
  for (const block of blocks) await obey(block, env, cwd, passphrase);

  expect(readdirSync(cwd).filter((name) => name.endsWith(".age"))).toHaveLength(2);
  expect(readFileSync(join(cwd, "letter.json"), "utf8")).toBe(texts[0]);
  for (const [n, text] of texts.entries()) expect(readFileSync(join(cwd, `${ids[n]}.json`), "utf8")).toBe(text);
  const listed = (await (await endpoint.list(TOKEN)).json()).letters as { acknowledgedAt: string | null }[];
  expect(listed.map((letter) => letter.acknowledgedAt === null)).toEqual([false, false]);
});

it("names every route that an organisation's system uses", async () => {
  const { paths } = await (await fetch(`${endpoint.desk}/v1/openapi.json`)).json();
  for (const path of Object.keys(paths).filter((each) => each.startsWith("/v1/letters"))) {
    const first = path.split("{")[0] ?? "";
    expect(page).toContain(first);
  }
});
