import { useDeskWords } from "./desk-words.ts";
import type { ContactReading } from "./reading.ts";
import { Rows } from "./Saying.tsx";

/** Whether and how the person may be contacted: the one thing on the page that can put them in danger. */
export function ContactPanel({ contact }: { contact: ContactReading }) {
  const { t } = useDeskWords();
  return (
    <section class={`panel contact contact--${contact.kind}`} aria-labelledby="contact">
      <h3 id="contact">{t(`contact.${contact.kind}`)}</h3>
      <Instructions contact={contact} />
    </section>
  );
}

function Instructions({ contact }: { contact: ContactReading }) {
  const { t } = useDeskWords();
  switch (contact.kind) {
    case "yes":
      return (
        <>
          {contact.isSafetyTold ? null : <p class="notice">{t("contact.noSafely")}</p>}
          <Rows rows={[...contact.safely, ...contact.ways]} />
        </>
      );
    case "no":
      return <p>{t("contact.noText")}</p>;
    case "notGiven":
      return <p>{t("contact.notGivenText")}</p>;
  }
}
