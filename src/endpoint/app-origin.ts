import { join } from "node:path";
import { publishContract } from "./contract.ts";
import { appPolicy, permissions } from "./headers.ts";
import { healthRoute } from "./health-route.ts";
import { inlineStyleHashes } from "./inline-styles.ts";
import type { Letterbox } from "./letterbox.ts";
import { withOldAssets } from "./old-assets.ts";
import { emptyOrigin, type OriginMeans } from "./origin.ts";
import type { Points } from "./points.ts";
import type { Signer } from "./receipts.ts";
import type { Origin } from "./schemas.ts";
import type { Chance } from "./secrets.ts";
import { serveFiles } from "./static-files.ts";
import { submissionRoutes } from "./submission-routes.ts";
import { tabletCallers } from "./tablet-caller.ts";
import { tabletRoutes } from "./tablet-routes.ts";

const releasesKept = 10;

export interface AppMeans {
  readonly letterbox: Letterbox;
  readonly points: Points;
  readonly served: ReadonlySet<string>;
  readonly signed: Signer;
  readonly now: () => number;
  readonly chance: Chance;
}

/** The reporter's origin: the app's files, the slot that takes submissions in, and the way in for tablets. */
export async function appOrigin(
  common: OriginMeans,
  app: AppMeans,
  folders: { readonly app: string; readonly data: string },
): Promise<Origin> {
  const server = await emptyOrigin(common, appPolicy(await inlineStyleHashes(folders.app)), permissions("app"));
  await publishContract(server, "Connect: handing over submissions", { tablet: { type: "http", scheme: "bearer" } });
  const { submissionsPerMinute, enrolmentsPerMinute, otherPerMinute } = common.limits;
  const tablets = tabletCallers(app.points, app.now);
  submissionRoutes(server, { ...app, tablets, perMinute: submissionsPerMinute });
  tabletRoutes(server, { ...app, tablets, enrolmentsPerMinute, otherPerMinute });
  healthRoute(server, app.letterbox, otherPerMinute);
  const assets = join(folders.app, "assets");
  const assetFolders = [assets, await withOldAssets(assets, folders.data, releasesKept)];
  await serveFiles(server, { folder: folders.app, assetFolders, lightAssets: true });
  return server;
}
