import { allIn, withState } from "./parcel-state.ts";
import { believedParcel, type StoredState } from "./records.ts";
import type { Rows } from "./tables.ts";

/** As a report that was never tried. */
export const fresh: StoredState = { kind: "waiting", at: 0, attempt: 0, because: "new" };

/** Lets the reports wait again that were held because the endpoint did not allow this tablet. */
export async function releaseRefused(rows: Rows): Promise<void> {
  for (const row of (await rows.select("parcels", allIn("held"))).map(believedParcel)) {
    if (row?.state.kind === "held" && row.state.because === "notAllowed") {
      await rows.put("parcels", withState(row, fresh));
    }
  }
}
