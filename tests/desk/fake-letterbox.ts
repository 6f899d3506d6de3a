import type { Asked, Failure, Letterbox } from "../../src/desk/letterbox.ts";
import type { DeskSession } from "../../src/wire/session.ts";
import type { Arrived } from "./letters.ts";

export const session: DeskSession = { name: "a.khan", organisation: "police", endsAt: "2026-11-22T09:00:00.000Z" };

/** An endpoint in memory: one passphrase, one organisation, letters that the test puts in. */
export class FakeLetterbox implements Letterbox {
  readonly letterboxed: Arrived[] = [];
  readonly acknowledged: string[] = [];
  recipients: readonly string[] = [];
  signedIn = true;
  /** Whatever is asked next fails like this. */
  failing: Failure | null = null;

  async signIn({ passphrase }: { passphrase: string }): Promise<Asked<DeskSession>> {
    if (this.failing) return failed(this.failing);
    if (passphrase !== "right") return failed("notAllowed");
    this.signedIn = true;
    return { kind: "got", got: session };
  }

  session = async () => this.#answer(session);

  async signOut(): Promise<Asked<null>> {
    if (this.failing) return failed(this.failing);
    this.signedIn = false;
    return { kind: "got", got: null };
  }

  keys = async () =>
    this.#answer({
      version: 1 as const,
      organisations: { police: { recipients: [...this.recipients] } },
      receipts: { publicKey: `${"A".repeat(43)}=` },
    });

  /** Two to a page, so that a list of three has two pages. */
  async letters(after: number) {
    const all = this.letterboxed.map(({ waiting }) => waiting).filter(({ cursor }) => cursor > after);
    const letters = all.slice(0, 2);
    return this.#answer({ letters, next: all.length > 2 ? (letters.at(-1)?.cursor ?? null) : null });
  }

  async letter(submission: string) {
    const found = this.letterboxed.find(({ waiting }) => waiting.submission === submission);
    return found ? this.#answer(found.bytes) : failed("notFound");
  }

  async acknowledge(submission: string): Promise<Asked<null>> {
    if (!this.failing) this.acknowledged.push(submission);
    return this.#answer(null);
  }

  #answer<T>(got: T): Asked<T> {
    if (this.failing) return failed(this.failing);
    return this.signedIn ? { kind: "got", got } : failed("notAllowed");
  }
}

const failed = (because: Failure): { readonly kind: "failed"; readonly because: Failure } => ({
  kind: "failed",
  because,
});
