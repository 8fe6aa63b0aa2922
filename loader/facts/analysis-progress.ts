import { writeSync } from "node:fs";
import { createProgress, type ProgressLine, type Sink } from "../../runtime/report/progress.ts";

/** Told around each text that is analyzed: where a program's first start takes long, a terminal shows why. */
export interface AnalysisProgress {
  /** Runs `analyze`. What is shown meanwhile is gone when it has ended, so that nothing stands before the program's own output. */
  around<T>(file: string, analyze: () => T): T;
}

export const noProgress: AnalysisProgress = { around: (_file, analyze) => analyze() };

/** The second of patience is of analysis, not of the program. `clock`: milliseconds, monotonic. */
export function analysisProgress(
  stderr: Sink,
  env: Readonly<Record<string, string | undefined>>,
  clock: () => number,
): AnalysisProgress {
  let spent = 0;
  let line: ProgressLine | undefined;
  return {
    around(file, analyze) {
      const start = clock();
      line ??= createProgress(stderr, env, () => spent);
      line.tell(`astrocache: analyzing ${file}`);
      try {
        return analyze();
      } finally {
        line.end();
        spent += clock() - start;
      }
    },
  };
}

/** Standard error, on any thread: Node's hooks thread has no terminal of its own. */
export const terminal: Sink = {
  /** Asked for where something is analyzed: `node:tty` takes 1 ms to load. */
  get isTTY() {
    return process.getBuiltinModule("node:tty").isatty(2);
  },
  write(text) {
    try {
      writeSync(2, text);
    } catch (error) {
      // A terminal that takes nothing at the moment: what is shown there is not worth waiting for.
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    }
  },
};
