/** Memory above this is not kept alive by the view on it. Bytes. */
const KEPT = 65_536;

let last: DataView = new DataView(new ArrayBuffer(0));

/**
 * Reads numbers from all of the memory that `bytes` lie in; add their `byteOffset`. Small entries lie in one slab, so that the view is
 * most often that of the last time: to make one takes longer than to read with it.
 */
export function numbersOf({ buffer }: Uint8Array): DataView {
  if (last.buffer === buffer) return last;
  const view = new DataView(buffer);
  if (buffer.byteLength <= KEPT) last = view;
  return view;
}
