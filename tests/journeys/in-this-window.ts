import type { Phone } from "./phone.ts";
import type { Story } from "./story.ts";

/** Seals a report with no network in a browser that keeps nothing: it lies in this window and nowhere else. */
export async function sealInThisWindowAlone({ page, reporter, network }: Phone, story: Story): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await reporter.begin(network.origin);
  await reporter.write(story);
  network.cut();
  await reporter.send();
}
