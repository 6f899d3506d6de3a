import { join } from "node:path";
import { publishContract } from "./contract.ts";
import { appPolicy, permissions } from "./headers.ts";
import { healthRoute } from "./health-route.ts";
import { inlineStyleHashes } from "./inline-styles.ts";
import { withOldAssets } from "./old-assets.ts";
import { emptyOrigin, type OriginMeans } from "./origin.ts";
import type { Origin } from "./schemas.ts";
import { serveFiles } from "./static-files.ts";
import { submissionRoutes, type TakingIn } from "./submission-routes.ts";

const releasesKept = 10;

/** The reporter's origin: the app's files, and the slot that takes submissions in. */
export async function appOrigin(
  common: OriginMeans,
  takingIn: Omit<TakingIn, "perMinute">,
  folders: { readonly app: string; readonly data: string },
): Promise<Origin> {
  const server = await emptyOrigin(common, appPolicy(await inlineStyleHashes(folders.app)), permissions("self"));
  await publishContract(server, "Connect: handing over submissions", {});
  submissionRoutes(server, { ...takingIn, perMinute: common.limits.submissionsPerMinute });
  healthRoute(server, takingIn.letterbox, common.limits.otherPerMinute);
  const assets = join(folders.app, "assets");
  const assetFolders = [assets, await withOldAssets(assets, folders.data, releasesKept)];
  await serveFiles(server, { folder: folders.app, assetFolders, lightAssets: true });
  return server;
}
