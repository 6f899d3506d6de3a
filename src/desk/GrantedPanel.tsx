import { useDeskWords } from "./desk-words.ts";
import { HarmlessText } from "./HarmlessText.tsx";
import type { Granted } from "./reading.ts";

/** What the person agreed to, and what that allows. */
export function GrantedPanel({ granted, wording }: { granted: readonly Granted[]; wording: string }) {
  const { t, say } = useDeskWords();
  return (
    <section class="panel" aria-labelledby="granted">
      <h3 id="granted">{t("granted.heading")}</h3>
      {granted.map(({ name, means }) => (
        <p key={name.otherwise}>
          <strong>{say(name)}.</strong> {say(means)}
        </p>
      ))}
      <p>{t("granted.safeguarding")}</p>
      <p class="note">
        <HarmlessText text={t("granted.wording", { version: wording })} />
      </p>
    </section>
  );
}
