import { useWords } from "../../ui/words-context.tsx";

/** The visitor's own part is done. The tablet locks as it is given back, so that nobody else reads along. */
export function HandBackPage({ onLock, onBack }: { onLock: () => void; onBack: () => void }) {
  const { say } = useWords();
  return (
    <>
      <button type="button" class="back" onClick={onBack}>
        {say("back")}
      </button>
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {say("point:handBack.title")}
      </h1>
      <p>{say("point:handBack.text")}</p>
      <button type="button" class="govuk-button" onClick={onLock}>
        {say("point:handBack.lock")}
      </button>
    </>
  );
}
