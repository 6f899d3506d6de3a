import { useRef, useState } from "preact/hooks";
import { HintAndError } from "../../ui/Field.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { type Asking, useAskWords } from "./asking.ts";

const shared = "questions:common.place";

/** Where it happened, in words, by postcode, or (only when asked to) where the device is now. */
export function PlaceFields({ asking }: { asking: Asking }) {
  const { say, tell, has } = useWords();
  const { entries, errors, question } = asking;
  const words = useAskWords(asking).question;
  const field = (part: string, input: "text" | "postcode" = "text") => {
    const name = `${question.id}.${part}`;
    const error = errors.get(name);
    const hint = has(`${shared}.${part}.hint`) ? say(`${shared}.${part}.hint`) : undefined;
    return (
      <TextField
        name={name}
        words={{ label: say(`${shared}.${part}.ask`), hint, error: error && tell(error) }}
        value={entries.get(name)?.[0] ?? ""}
        input={input}
        narrow={input === "postcode"}
      />
    );
  };
  return (
    <>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {words.label}
      </h1>
      <HintAndError name={question.id} words={words} />
      {field("description")}
      {field("postcode", "postcode")}
      {field("landmark")}
      <Position name={`${question.id}.position`} value={entries.get(`${question.id}.position`)?.[0] ?? ""} />
    </>
  );
}

/** Asks the device where it is, only on this touch, and shows that it became part of the answer. */
function Position({ name, value }: { name: string; value: string }) {
  const { say } = useWords();
  const [position, setPosition] = useState(value);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const become = (next: string) => {
    setPosition(next);
    setFailed(false);
    requestAnimationFrame(() => field.current?.dispatchEvent(new Event("input", { bubbles: true })));
  };
  const look = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => become([coords.latitude, coords.longitude, Math.round(coords.accuracy)].join()),
      () => setFailed(true),
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  if (!("geolocation" in navigator)) return null;
  return (
    <div class="govuk-form-group">
      <input type="hidden" name={name} value={position} ref={field} />
      <div role="status">
        {position && <p>{say(`${shared}.position.given`, { metres: position.split(",")[2] })}</p>}
        {failed && <p class="govuk-error-message">{say(`${shared}.position.failed`)}</p>}
      </div>
      {position ? (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => become("")}>
          {say(`${shared}.position.remove`)}
        </button>
      ) : (
        <>
          <p class="govuk-hint">{say(`${shared}.position.why`)}</p>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={look}>
            {say(`${shared}.position.ask`)}
          </button>
        </>
      )}
    </div>
  );
}
