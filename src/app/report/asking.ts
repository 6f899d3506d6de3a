import type { ComponentChildren } from "preact";
import type { Answers } from "../../report/answer.ts";
import type { Question, Who } from "../../report/question.ts";
import type { FieldWords } from "../../ui/Field.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** One question as it is put to this person now. */
export interface Asking {
  readonly question: Question;
  readonly who: Who;
  /** All answers so far: some parts and words depend on earlier ones. */
  readonly answers: Answers;
  /** What its fields hold already, by field name. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** What is wrong, by field name, in words. */
  readonly errors: ReadonlyMap<string, ComponentChildren>;
  /** By option: what is shown beneath it while it is chosen. */
  readonly reveals?: Readonly<Record<string, ComponentChildren>>;
}

interface AskWords {
  /** The question itself. */
  readonly question: FieldWords;
  /** One part of its page. */
  readonly part: (id: string, name: string) => FieldWords;
}

/** The words of a question for this person: a witness or a helper is not asked about "you" where it is not they. */
export function useAskWords({ question, who, errors }: Asking): AskWords {
  const { say, has } = useWords();
  const pick = (key: string) => [`${key}_${who}`, key].find(has);
  const wordsAt = (key: string, name: string): FieldWords => {
    const hint = pick(`${key}.hint`);
    return { label: say(pick(`${key}.ask`) ?? key), hint: hint && say(hint), error: errors.get(name) };
  };
  return {
    question: wordsAt(`questions:${question.id}`, question.id),
    part: (id, name) => wordsAt(`questions:${question.id}.parts.${id}`, name),
  };
}

/** The name of a question where it is not asked: on *check your answers* and in what a button tells. */
export function useShortName(who: Who): (id: string) => ComponentChildren {
  const { say, has } = useWords();
  return (id) => say([`questions:${id}.short_${who}`, `questions:${id}.short`].find(has) ?? id);
}
