/** A token that an organisation's own system collects with, as far as it may be shown again. */
export interface Token {
  /** Names it on the command line; it opens nothing. */
  readonly id: string;
  readonly organisation: string;
  readonly madeAt: string;
}

/** A passphrase as it is kept: it cannot be turned back. */
export interface KeptPassphrase {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
}

export interface StaffMember {
  readonly name: string;
  readonly organisation: string;
  readonly madeAt: string;
}

/** A signed-in browser. `startedAt` and `seenAt` are milliseconds of the endpoint's clock. */
export interface Session {
  readonly name: string;
  readonly organisation: string;
  readonly startedAt: number;
  readonly seenAt: number;
}

/** Who may collect and who may sign in. Secrets are handed in and kept as hashes only. */
export interface Accounts {
  addToken(token: Token, hash: Uint8Array): void;
  tokens(organisation: string): readonly Token[];
  /** False when there was no such token. */
  revokeToken(organisation: string, id: string): boolean;
  /** The organisation that a token speaks for; `null` when it is unknown or was revoked. */
  organisationOf(tokenHash: Uint8Array): string | null;

  /** False when the name is taken, in whatever organisation. */
  addStaff(member: StaffMember, passphrase: KeptPassphrase): boolean;
  staff(organisation: string): readonly StaffMember[];
  /** Ends the person's sessions too. False when there was no such person. */
  removeStaff(organisation: string, name: string): boolean;
  passphraseOf(name: string): KeptPassphrase | null;

  openSession(hash: Uint8Array, name: string, at: number): void;
  session(hash: Uint8Array): Session | null;
  seen(hash: Uint8Array, at: number): void;
  closeSession(hash: Uint8Array): void;
  /** Forgets sessions not seen since then. */
  forgetSessions(notSeenSince: number): void;
  close(): void;
}
