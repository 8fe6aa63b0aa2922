/** What came out of a ReadableStream, to its end. Written in place of the stream, which reading makes anew. */
export class StreamContent {
  readonly #isBytes: boolean;
  readonly #chunks: readonly (string | Uint8Array)[];

  /** `isBytes`: the stream is a readable byte stream, which can be read into buffers of its reader. */
  constructor(isBytes: boolean, chunks: readonly (string | Uint8Array)[]) {
    this.#isBytes = isBytes;
    this.#chunks = chunks;
  }

  /** Runs no code of the object, be it a proxy. */
  static of(object: object): { isBytes: boolean; chunks: readonly (string | Uint8Array)[] } | undefined {
    return #chunks in object ? { isBytes: object.#isBytes, chunks: object.#chunks } : undefined;
  }
}

/** A stream that gives these chunks. It owns them. */
export function streamOf(isBytes: boolean, chunks: readonly (string | Uint8Array)[]): ReadableStream {
  let given = 0;
  const pull = (controller: ReadableStreamDefaultController<unknown> | ReadableByteStreamController): void => {
    if (given < chunks.length) return controller.enqueue(chunks[given++] as never);
    controller.close();
    if ("byobRequest" in controller) controller.byobRequest?.respond(0);
  };
  return isBytes ? new ReadableStream({ type: "bytes", pull }) : new ReadableStream({ pull });
}
