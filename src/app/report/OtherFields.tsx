import type { Asking } from "./asking.ts";
import { ConsentFields } from "./ConsentFields.tsx";
import { ContactFields } from "./ContactFields.tsx";
import { PeopleFields } from "./PeopleFields.tsx";
import { PlaceFields } from "./PlaceFields.tsx";
import { WhenFields } from "./WhenFields.tsx";

/** The fields of the kinds that `AnswerFields` leaves out; none of the first questions needs them. */
export function OtherFields({ asking }: { asking: Asking }) {
  const kind = asking.question.asks;
  switch (kind.kind) {
    case "when":
      return <WhenFields asking={asking} />;
    case "place":
      return <PlaceFields asking={asking} />;
    case "contact":
      return <ContactFields asking={asking} ways={kind.ways} />;
    case "people":
      return <PeopleFields asking={asking} parts={kind.parts} most={kind.most} />;
    case "consent":
      return <ConsentFields asking={asking} />;
    case "choice":
    case "choices":
    case "text":
    case "number":
    case "several":
      return null;
  }
}
