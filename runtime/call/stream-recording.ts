import { StreamContent } from "../codec/stream-content.ts";
import type { ReasonNote } from "../reasons.ts";

/** What becomes of a stream that is recorded. One of these is called, once. */
export interface StreamEnd {
  /** It came to its end. `ms`: how long its reader waited. */
  readonly kept: (content: StreamContent, ms: number) => void;
  readonly refused: (note: ReasonNote) => void;
  /** It failed, or its reader gave it up. */
  readonly failed: () => void;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** A plain stream that nobody reads yet; else why it cannot be recorded. */
export function isRecordable(value: unknown): value is ReadableStream {
  return (
    value instanceof ReadableStream &&
    Object.getPrototypeOf(value) === ReadableStream.prototype &&
    !value.locked &&
    Reflect.ownKeys(value).every((key) => typeof key === "symbol")
  );
}

/** A stream that gives what `source` gives, as its reader asks for it, and takes it down. */
export function recordStream(source: ReadableStream, clock: () => number, end: StreamEnd): ReadableStream {
  const isBytes = isByteStream(source);
  const reader = source.getReader();
  const tape = new Tape(isBytes, end);
  const pull = async (
    controller: ReadableStreamDefaultController<unknown> | ReadableByteStreamController,
  ): Promise<void> => {
    const start = clock();
    try {
      const { done, value } = await reader.read();
      tape.spend(clock() - start);
      if (!done) {
        tape.note(value);
        return controller.enqueue(value as never);
      }
    } catch (error) {
      tape.fail();
      throw error;
    }
    tape.finish();
    controller.close();
    if ("byobRequest" in controller) controller.byobRequest?.respond(0);
  };
  const cancel = (reason: unknown): Promise<void> => {
    tape.fail();
    return reader.cancel(reason);
  };
  // Nothing is asked for before the reader asks.
  return isBytes
    ? new ReadableStream({ type: "bytes", pull, cancel }, { highWaterMark: 0 })
    : new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
}

class Tape {
  readonly #isBytes: boolean;
  readonly #end: StreamEnd;
  #chunks: (string | Uint8Array)[] | undefined = [];
  #size = 0;
  #spent = 0;

  constructor(isBytes: boolean, end: StreamEnd) {
    this.#isBytes = isBytes;
    this.#end = end;
  }

  spend(ms: number): void {
    this.#spent += ms;
  }

  /** Copies: a chunk belongs to whoever reads it. */
  note(chunk: unknown): void {
    if (this.#chunks === undefined) return;
    const isText = typeof chunk === "string";
    if (!isText && !isPlainBytes(chunk))
      return this.#refuse({ code: "value-opaque", detail: "result: a stream of objects" });
    this.#size += chunk.length;
    if (this.#size > MOST_BYTES)
      return this.#refuse({ code: "value-too-large", detail: `result: more than ${MOST_BYTES} bytes` });
    this.#chunks.push(isText ? chunk : Uint8Array.from(chunk));
  }

  finish(): void {
    const chunks = this.#take();
    if (chunks !== undefined) this.#end.kept(new StreamContent(this.#isBytes, chunks), this.#spent);
  }

  fail(): void {
    if (this.#take() !== undefined) this.#end.failed();
  }

  #refuse(note: ReasonNote): void {
    if (this.#take() !== undefined) this.#end.refused(note);
  }

  #take(): (string | Uint8Array)[] | undefined {
    const chunks = this.#chunks;
    this.#chunks = undefined;
    return chunks;
  }
}

function isPlainBytes(chunk: unknown): chunk is Uint8Array {
  return chunk instanceof Uint8Array && Object.getPrototypeOf(chunk) === Uint8Array.prototype;
}

function isByteStream(stream: ReadableStream): boolean {
  try {
    stream.getReader({ mode: "byob" }).releaseLock();
    return true;
  } catch (error) {
    // By the Streams standard, such a reader is for byte streams alone.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
