import type { Question } from "./question.ts";
import { after } from "./questions-after.ts";
import { before } from "./questions-before.ts";
import { send } from "./questions-send.ts";
import { what } from "./questions-what.ts";
import { where } from "./questions-where.ts";
import { who } from "./questions-who.ts";
import { worker } from "./questions-worker.ts";
import { you } from "./questions-you.ts";

/** Every question in the order in which it is asked. What of it a person meets, `asked` says. */
export const questions: readonly Question[] = [
  ...before,
  ...what,
  ...where,
  ...who,
  ...after,
  ...you,
  ...worker,
  ...send,
];

/** Grows whenever a question, option or part changes its meaning. Letters carry it. */
export const questionsVersion = 2;
