/** What an answer needs of an entry. */
export interface HeldEntry {
  /** Which codec wrote `value`; see `runtime/codec`. */
  readonly codec: number;
  readonly value: Uint8Array;
  /** The function returned a native promise of the value though it is not declared async. */
  readonly promised: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** How long the call took, in milliseconds. */
  readonly duration: number;
  /** Milliseconds since the epoch; undefined: never. */
  readonly expiresAt: number | undefined;
}

/** What is kept of one call. The envelope around it (magic, version, checksum, signature) is `envelope.ts`'s affair. */
export interface Entry extends HeldEntry, EntryNames {}

/** What a person knows an entry by. */
export interface EntryNames {
  /** `my-app:src/a.ts#price`, for listing and clearing. */
  readonly target: string;
  readonly codeDigest: string;
}
