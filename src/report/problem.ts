/** What is wrong with an answer. Each has its words in `problems.json`, which say what to do next. */
export type Because =
  | "tooLong"
  | "notANumber"
  | "numberTooHigh"
  | "notADate"
  | "dateInFuture"
  | "dateTooEarly"
  | "endBeforeStart"
  | "notATime"
  | "notAPostcode"
  | "notAnEmail"
  | "notAPhoneNumber"
  | "needsWayToContact"
  | "needsDetail"
  | "tooManyPeople";

export interface Problem {
  /** The name of the form field to go to. */
  readonly field: string;
  readonly because: Because;
  readonly limit?: number;
}

/** One problem, or none: `problemIf(text.length > limit, field, "tooLong", limit)`. */
export function problemIf(isWrong: boolean, field: string, because: Because, limit?: number): readonly Problem[] {
  if (!isWrong) return [];
  return [limit === undefined ? { field, because } : { field, because, limit }];
}
