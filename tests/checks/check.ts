import { findAll } from "./checks.ts";

const findings = await findAll(process.cwd());
for (const { name, said } of findings.filter(({ passed }) => !passed)) console.log(`\n── ${name}\n\n${said}`);
for (const { name, passed } of findings) console.log(`${passed ? "✔" : "✘"} ${name}`);
process.exitCode = findings.every(({ passed }) => passed) ? 0 : 1;
