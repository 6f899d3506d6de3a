import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** What is wrong with a form, and the field to go to. */
export interface FormFault {
  readonly field: string;
  readonly message: string;
}

interface FormProps {
  readonly title: string;
  readonly submit: string;
  readonly children: (fault: FormFault | null) => ComponentChildren;
  /** Answers with what is wrong, or with null when it went well and another page is coming. */
  readonly onSubmit: (given: FormData, onProgress: (fraction: number) => void) => Promise<FormFault | null>;
  /** Said while the work lasts, with how far it is. */
  readonly working?: string;
  readonly below?: ComponentChildren;
}

/** A page that asks a worker for one thing: its heading, what is wrong, the fields, and slow work with its progress. */
export function Form({ title, submit, children, onSubmit, working, below }: FormProps) {
  const { t } = useWords();
  const unforeseen = { field: "send", message: t("point:signIn.failed") }; // such as a database that was lost meanwhile
  const [fault, setFault] = useState<FormFault | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const send = async (form: HTMLFormElement) => {
    setProgress(0);
    const found = await onSubmit(new FormData(form), setProgress).catch(() => unforeseen);
    setProgress(null);
    setFault(found);
  };
  return (
    <>
      <ErrorSummary rows={fault ? [fault] : []} />
      <h1 class="govuk-heading-l" tabIndex={-1} data-heading>
        {title}
      </h1>
      <form
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (progress === null) void send(event.currentTarget);
        }}
      >
        {children(fault)}
        {progress !== null && working && (
          <p role="status">
            {working} <progress aria-label={working} value={progress} />
          </p>
        )}
        <button type="submit" id="send" class="govuk-button">
          {submit}
        </button>
      </form>
      {below}
    </>
  );
}

/** The message for this field, if it is the one that is wrong. */
export const faultAt = (fault: FormFault | null, field: string): string | undefined =>
  fault?.field === field ? fault.message : undefined;
