import { fingerprintOf } from "../sealing/open.ts";
import { useDeskWords } from "./desk-words.ts";
import type { OpenDesk } from "./lock.ts";

/** Which key is unlocked and to which keys letters are sealed, to compare with the paper copy. Warns when they differ. */
export function Keys({ desk: { key, pinned } }: { desk: OpenDesk }) {
  const { t } = useDeskWords();
  const isAmong = pinned === null || pinned.includes(key.recipient);
  return (
    <section class="keys" aria-labelledby="keys">
      {!isAmong && (
        <p class="notice" role="alert">
          {t("keys.notAmong")}
        </p>
      )}
      <details open={!isAmong}>
        <summary id="keys">{t("keys.heading")}</summary>
        <h3>{t("keys.yours")}</h3>
        <p class="fingerprint">{fingerprintOf(key.recipient)}</p>
        <h3>{t("keys.organisation")}</h3>
        {pinned === null && <p>{t("keys.unchecked")}</p>}
        <ul>
          {pinned?.map((recipient) => (
            <li key={recipient}>
              <span class="fingerprint">{fingerprintOf(recipient)}</span>{" "}
              {recipient === key.recipient && t("keys.thisOne")}
            </li>
          ))}
        </ul>
        <p class="note">{t("keys.compare")}</p>
      </details>
    </section>
  );
}
