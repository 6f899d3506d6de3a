import { commandFrom, usage } from "./command.ts";
import { laidOut } from "./laid-out.ts";
import { obey } from "./obey.ts";

const command = commandFrom(process.argv.slice(2));
if (command === null) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const outcome = obey(command, { locales: "locales", laidOut });
  if (outcome.kind === "done") process.stdout.write(outcome.said);
  else {
    process.stderr.write(outcome.because);
    process.exitCode = 1;
  }
}
