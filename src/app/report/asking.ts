import type { ComponentChildren } from "preact";
import type { Answers } from "../../report/answer.ts";
import type { Question, Who } from "../../report/question.ts";
import type { FieldWords } from "../../ui/Field.tsx";
import { type Message, type Spoken, useWords } from "../../ui/words-context.tsx";

/** One question as it is put to this person now. */
export interface Asking {
  readonly question: Question;
  readonly who: Who;
  /** All answers so far: some parts and words depend on earlier ones. */
  readonly answers: Answers;
  /** What its fields hold already, by field name. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** What is wrong, by field name. */
  readonly errors: ReadonlyMap<string, Message>;
  /** By option: what is shown beneath it while it is chosen. */
  readonly reveals?: Readonly<Record<string, ComponentChildren>>;
}

interface AskWords {
  /** The question itself. */
  readonly question: FieldWords;
  /** One part of its page. */
  readonly part: (id: string, name: string) => FieldWords;
}

/**
 * The words of a question for this person: a witness or a helper is not asked about "you" where it is not they. A worker
 * asks the person it happened to, and so speaks to them unless there are words of the worker's own.
 */
export function useAskWords({ question, who, errors }: Asking): AskWords {
  const { say, tell, has } = useWords();
  const pick = (key: string) => [`${key}_${who}`, key].find(has);
  const wordsAt = (key: string, name: string): FieldWords => {
    const hint = pick(`${key}.hint`);
    const error = errors.get(name);
    return { label: say(pick(`${key}.ask`) ?? key), hint: hint && say(hint), error: error && tell(error) };
  };
  return {
    question: wordsAt(`questions:${question.id}`, question.id),
    part: (id, name) => wordsAt(`questions:${question.id}.parts.${id}`, name),
  };
}

/** The name of a question where it is not asked: on *check your answers* and in what a button tells. */
export function shortName(id: string, who: Who): (spoken: Spoken) => string {
  return ({ t, has }) => t([`questions:${id}.short_${who}`, `questions:${id}.short`].find(has) ?? id);
}
