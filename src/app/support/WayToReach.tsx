import type { Way } from "../../guidance/directory.ts";
import { isUsuallyOpen } from "../../guidance/opening-hours.ts";
import { Phone } from "../../ui/Phone.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { hoursInWords } from "./hours-in-words.ts";

interface WayToReachProps {
  readonly way: Way;
  /** The moment at which it is shown. In HTML that is read later there is none: see `markOpenNow`. */
  readonly now?: number | undefined;
  /** Addresses can be read, and not followed. */
  readonly stay: boolean;
}

/** A number or an address that can be touched, and when somebody answers there. */
export function WayToReach({ way, now, stay }: WayToReachProps) {
  const { say, tell } = useWords();
  const { hours } = way;
  return (
    <li>
      {say(`directory:ways.${way.way}`)} <WayLink way={way} stay={stay} />
      {hours && (
        <>
          <br />
          {tell((spoken) => hoursInWords(hours, spoken))}{" "}
          {hours !== "always" && (
            <b data-hours={JSON.stringify(hours)} hidden={now === undefined || !isUsuallyOpen(hours, now)}>
              {say("directory:openNow")}
            </b>
          )}
        </>
      )}
    </li>
  );
}

function WayLink({ way: { way, to }, stay }: { way: Way; stay: boolean }) {
  switch (way) {
    case "call":
    case "afterHours":
    case "relay":
      return <Phone number={to} large={way === "call"} />;
    case "text":
      return <Phone number={to} text />;
    case "email":
      return <AddressLink href={`mailto:${to}`} shown={to} />;
    case "bsl":
    case "web":
      return stay ? <bdi dir="ltr">{siteOf(to)}</bdi> : <AddressLink href={to} shown={siteOf(to)} />;
  }
}

function AddressLink({ href, shown }: { href: string; shown: string }) {
  return (
    <a class="govuk-link" href={href} rel="noreferrer" dir="ltr">
      {shown}
    </a>
  );
}

/** What people know a page by. */
const siteOf = (address: string): string => address.replace(/^https:\/\/(www\.)?/, "").replace(/\/.*$/, "");
