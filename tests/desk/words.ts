import desk from "../../locales/en-GB/desk.json" with { type: "json" };
import ui from "../../locales/en-GB/interface.json" with { type: "json" };
import questions from "../../locales/en-GB/questions.json" with { type: "json" };
import { sayWith } from "../../src/desk/plain-text.ts";
import { wordsIn } from "../../src/language/words.ts";

/** The desk's words as the built desk has them. */
export const deskWords = wordsIn("en-GB", { desk, interface: ui, questions });

export const say = sayWith(deskWords);
