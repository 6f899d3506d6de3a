import type { ConnectPoint } from "../wire/enrolment.ts";
import { done, listed, nothing, type Obeyed } from "./command.ts";
import { enrolmentNote } from "./enrolment-note.ts";
import type { CommandForPoint, PointCommand } from "./point-command.ts";
import { addCoordinator, addPoint, makeCode, type PointMaking } from "./point-making.ts";
import { pointWith } from "./point-setting.ts";
import type { EnrolledTablet, PointEvent } from "./points.ts";

/** Does what was asked about Connect points and those who look after them. */
export async function obeyPoint(command: PointCommand, making: PointMaking, appAddress: string): Promise<Obeyed> {
  const { points } = making;
  switch (command.kind) {
    case "addPoint": {
      const { id, tier, name } = command;
      return (await addPoint(making, { id, tier, name }))
        ? done(`${name} is the Connect point ${id}. Let a tablet in with: point code ${id}\n`)
        : nothing(`There is a Connect point ${id} already. Change it with: point set ${id}\n`);
    }
    case "listPoints":
      return listed((await points.points()).map(lineOfPoint));
    case "addCoordinator": {
      const { id, token } = await addCoordinator(making);
      return done(`Coordinator token ${id}, shown this once:\n${token}\n`);
    }
    case "listCoordinators":
      return listed((await points.coordinators()).map(({ id, madeAt }) => `${id}  made ${madeAt}`));
    case "revokeCoordinator":
      return (await points.revokeCoordinator(command.id))
        ? done(`Coordinator token ${command.id} opens nothing any more.\n`)
        : nothing("There is no such coordinator token.\n");
    case "setPoint":
    case "makeCode":
    case "listTablets":
    case "revokeTablet":
    case "showLog": {
      const point = await points.point(command.id);
      return point === null ? noPoint(command.id) : obeyForPoint(command, point, making, appAddress);
    }
  }
}

async function obeyForPoint(
  command: CommandForPoint,
  point: ConnectPoint,
  making: PointMaking,
  appAddress: string,
): Promise<Obeyed> {
  const { points } = making;
  const at = new Date(making.now()).toISOString();
  switch (command.kind) {
    case "setPoint": {
      const changed = pointWith(point, command.setting, command.value);
      if (changed === null) return nothing(`${command.setting} cannot be ${command.value}.\n`);
      await points.putPoint(changed, at);
      return done(`${lineOfPoint(changed)}\n`);
    }
    case "makeCode": {
      const made = await makeCode(making, point.id, command.hours);
      return made === null ? noPoint(point.id) : done(enrolmentNote(appAddress, point, made));
    }
    case "listTablets":
      return listed((await points.tablets(point.id)).map(lineOfTablet));
    case "revokeTablet":
      return (await points.revokeTablet(point.id, command.tablet, at))
        ? done(`Tablet ${command.tablet} counts no more.\n`)
        : nothing(`${point.id} has no tablet ${command.tablet}.\n`);
    case "showLog":
      return listed((await points.events(point.id)).map(lineOfEvent));
  }
}

function lineOfPoint({ id, tier, name, settings }: ConnectPoint): string {
  const shown = Object.entries(settings).map(([setting, value]) => `${setting} ${value}`);
  return `${id}  tier ${tier}  ${name}  (${shown.join(", ")})`;
}

function lineOfTablet({ tablet, enrolledAt, revokedAt }: EnrolledTablet): string {
  return `${tablet}  enrolled ${enrolledAt}${revokedAt === null ? "" : `  revoked ${revokedAt}`}`;
}

function lineOfEvent({ at, event, tablet }: PointEvent): string {
  return `${at}  ${event}${tablet === null ? "" : `  ${tablet}`}`;
}

function noPoint(id: string): Obeyed {
  return nothing(`There is no Connect point ${id}.\n`);
}
