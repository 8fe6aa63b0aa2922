import { uncurry } from "./key/primordials.ts";

type Slice = (this: Uint8Array, start: number, end: number) => string;

/** Methods of Buffer that its types do not tell. They take any bytes, and spare `toString` its checks. */
interface Slices {
  readonly hexSlice: Slice;
  readonly latin1Slice: Slice;
  readonly utf8Slice: Slice;
  readonly ucs2Slice: Slice;
}

const own = Buffer.prototype as unknown as Slices;

export const hexSlice = uncurry(own.hexSlice);
export const latin1Slice = uncurry(own.latin1Slice);
export const utf8Slice = uncurry(own.utf8Slice);
export const ucs2Slice = uncurry(own.ucs2Slice);
