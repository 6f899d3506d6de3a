import { useWords } from "../../ui/words-context.tsx";

/** Something the person should know while they go on writing. */
export type Notice = "memory" | "full" | "elsewhere" | "blocked" | "newer" | "failed";

/** Says, without taking the focus, that answers are not being kept and what to do. */
export function Notices({ notice }: { notice: Notice | null }) {
  const { say } = useWords();
  return <div role="status">{notice && <p class="notice">{say(`saved.${notice}`)}</p>}</div>;
}
