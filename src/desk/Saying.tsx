import type { OwnWords as Words } from "../report/answer.ts";
import { useDeskWords } from "./desk-words.ts";
import { HarmlessText } from "./HarmlessText.tsx";
import { isEnglish, languageName } from "./language-name.ts";
import type { Row, Said } from "./said.ts";

/** Labels and what was said under them. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  const { say } = useDeskWords();
  return (
    <dl class="rows">
      {rows.map((row) => (
        <div class="rows__row" key={row.id}>
          <dt>{say(row.label)}</dt>
          <dd>
            {row.said.map((said, place) => (
              <Saying key={place} said={said} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Saying({ said }: { said: Said }) {
  const { say } = useDeskWords();
  switch (said.kind) {
    case "word":
      return <p>{say(said.word)}</p>;
    case "declined":
      return <p class="declined">{say(said.word)}</p>;
    case "plain":
      return (
        <p>
          <bdi class="own" dir="auto">
            <HarmlessText text={said.text} />
          </bdi>
        </p>
      );
    case "own":
      return <OwnWords words={said.words} long={said.long} />;
    case "rows":
      return (
        <div class="group">
          {said.title && <h4>{say(said.title)}</h4>}
          <Rows rows={said.rows} />
        </div>
      );
  }
}

/** A person's own words, in their language and direction. A language other than English is always named. */
function OwnWords({ words, long }: { words: Words; long: boolean }) {
  const { t } = useDeskWords();
  const writtenIn = t("letter.writtenIn", { language: languageName(words.language) });
  if (long) {
    return (
      <>
        <p class="note">{writtenIn}</p>
        <p class="own own--long" lang={words.language} dir="auto">
          <HarmlessText text={words.text} />
        </p>
      </>
    );
  }
  return (
    <p>
      <bdi class="own" lang={words.language} dir="auto">
        <HarmlessText text={words.text} />
      </bdi>{" "}
      {!isEnglish(words.language) && <span class="note note--after">{writtenIn}</span>}
    </p>
  );
}
