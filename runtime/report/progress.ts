export interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says on a terminal, on stderr, that something goes on which takes longer than a second. Nothing in pipes and in CI. */
export type Progress = (what: string) => void;

const PATIENCE_MS = 1_000;
const EVERY_MS = 100;

export interface ProgressLine {
  readonly tell: Progress;
  /** Takes the line away. */
  end(): void;
}

/** `clock`: milliseconds, monotonic. */
export function createProgress(
  stderr: Sink,
  env: Readonly<Record<string, string | undefined>>,
  clock: () => number,
): ProgressLine {
  const isShown = stderr.isTTY === true && env["TERM"] !== "dumb" && (env["CI"] ?? "") === "";
  const start = clock();
  let last = start + PATIENCE_MS - EVERY_MS;
  let isThere = false;
  return {
    tell(what) {
      const now = clock();
      if (!isShown || now - last < EVERY_MS) return;
      last = now;
      isThere = true;
      stderr.write(`${CLEAR}${what}, ${Math.round((now - start) / 1_000)} s`);
    },
    end() {
      if (isThere) stderr.write(CLEAR);
      isThere = false;
    },
  };
}

/** To the beginning of the line, and empties it (ECMA-48, EL). */
const CLEAR = "\r\u001b[K";
