import { join } from "node:path";
import type { Demo, DemoOrganisation } from "./demo-made.ts";
import { demoPoint } from "./demo-point.ts";

export interface Ports {
  readonly app: number;
  readonly desk: number;
}

/** What a newcomer needs to try everything; good to print again at every start. `enrolling` tells how a tablet is let in. */
export function noteFor({ folder, organisations }: Demo, { app, desk }: Ports, enrolling: string): string {
  return [
    "",
    `Connect is running. Everything stays on this machine, in ${folder}; none of these secrets protects anything real.`,
    "",
    `  Report      http://localhost:${app}`,
    `  Read        http://localhost:${desk}`,
    "",
    "To read a report at the desk, sign in for one organisation, choose its identity file, and type that file's passphrase.",
    "",
    ...organisations.flatMap((organisation) => lines(folder, organisation, desk)),
    enrolling,
    "For another tablet, ask for another code while this runs:",
    `  ${anotherCode(folder, app)}`,
    "",
    "Ctrl-C stops it.",
    "",
  ].join("\n");
}

function lines(folder: string, made: DemoOrganisation, desk: number): readonly string[] {
  return [
    `${made.organisation}`,
    `  sign in as        ${made.staffName}`,
    `  with passphrase   ${made.staffPassphrase}`,
    `  identity file     ${join(folder, made.identityFile)}`,
    `  its passphrase    ${made.identityPassphrase}`,
    `  or collect        curl -H "Authorization: Bearer ${made.token}" http://localhost:${desk}/v1/letters`,
    "",
  ];
}

function anotherCode(folder: string, app: number): string {
  const where = `CONNECT_DATA=${join(folder, "data")} CONNECT_APP_ADDRESS=http://localhost:${app}`;
  return `${where} npx node src/endpoint/manage.ts point code ${demoPoint.id}`;
}
