/** The bytes are not a value that this version wrote: the entry is a miss. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
}
