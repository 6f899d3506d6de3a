import { useEffect, useState } from "preact/hooks";
import { dateFormat } from "../../language/date-format.ts";
import { estimate, persistence } from "../../storage/persistence.ts";
import { useWords } from "../../ui/words-context.tsx";
import { roomIn } from "./room.ts";
import type { Tablet } from "./tablet.ts";

/** How the tablet is, in words: its network, its room, and whether the browser may clear it. */
export function DevicePanel({ tablet }: { tablet: Tablet }) {
  const { t, language } = useWords();
  const [online, setOnline] = useState(navigator.onLine);
  const [room, setRoom] = useState<string | null>(null);
  const [kept, setKept] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    void estimate().then((told) => setRoom(told && roomIn(told)));
    void persistence(false).then((answer) => setKept(answer === "persistent"));
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  const contactAt = tablet.enrolment()?.contactAt;
  const when = dateFormat(language.tag, { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/London" });
  return (
    <section class="panel">
      <h2 class="govuk-heading-m">{t("point:device.title")}</h2>
      <ul class="govuk-list">
        <li>{t(online ? "point:device.online" : "point:device.offline")}</li>
        <li>{contactAt ? t("point:device.contact", { when: when.format(contactAt) }) : t("point:device.noContact")}</li>
        {room && <li>{t(`point:device.room.${room}`)}</li>}
        {kept === false && <li>{t("point:device.notPersisted")}</li>}
      </ul>
    </section>
  );
}
