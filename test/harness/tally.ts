import { resolve } from "node:path";
import { inspect } from "node:util";

/** What `node:test` says of one test, as far as it is used here. */
interface TestEvent {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: {
    readonly passed?: boolean;
    readonly duration_ms: number;
    readonly type?: string;
    readonly error?: { readonly cause?: unknown; readonly failureType?: string };
  };
}

/** What `node:test` says where a pattern for names was given. */
const NOT_ASKED_FOR = "test name does not match pattern";

interface FileTally {
  passed: number;
  skipped: number;
  /** Tests that said why they cannot run here: name and reason. */
  readonly leftOut: { readonly name: string; readonly why: string }[];
  /** Its process failed, for whatever reason. */
  failed: boolean;
  output: string;
  readonly failures: Failure[];
}

interface Failure {
  readonly name: string;
  readonly text: string;
}

/**
 * Counts the events of a test run, file by file. Events of a file's tests may come after the one of the file itself, so that
 * it is judged at the end. A file without any test counts as failed: nothing was shown by it.
 */
export class Tally {
  readonly files: ReadonlyMap<string, FileTally>;
  readonly #started = performance.now();

  constructor(files: readonly string[]) {
    this.files = new Map(
      files.map((file) => [file, { passed: 0, skipped: 0, leftOut: [], failed: false, output: "", failures: [] }]),
    );
  }

  /** Returns a line to print once a file is through. */
  add(type: string, data: unknown): string | undefined {
    if (type === "test:stdout" || type === "test:stderr") this.#collect(data as { file: string; message: string });
    if (type !== "test:complete") return undefined;
    const event = data as TestEvent;
    const file = event.file === undefined ? undefined : this.files.get(event.file);
    if (file === undefined) return undefined;
    if (event.nesting === 0 && resolve(event.name) === event.file) {
      if (event.details.passed === false) file.failed = true;
      return `${shortName(event.name)}, ${(event.details.duration_ms / 1000).toFixed(1)} s`;
    }
    count(event, file);
    return undefined;
  }

  /** To be called once, after the last event. */
  finish(): void {
    for (const file of this.files.values()) {
      const tests = file.passed + file.skipped + file.failures.length;
      const name = tests === 0 ? "the file has no test" : "the file failed";
      if (tests === 0 || (file.failed && file.failures.length === 0)) file.failures.push({ name, text: file.output });
    }
  }

  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  #collect({ file, message }: { file: string; message: string }): void {
    const tally = this.files.get(file);
    if (tally !== undefined) tally.output += message;
  }
}

export function isFailure(tally: Tally): boolean {
  return total(tally, (file) => file.failures.length) > 0;
}

export function failuresText(tally: Tally): string {
  const texts = [...tally.files].flatMap(([path, file]) =>
    file.failures.map(({ name, text }) => `\n--- ${shortName(path)}: ${name}\n${text}\n`),
  );
  return texts.join("");
}

export function summaryText(tally: Tally): string {
  const passed = total(tally, (file) => file.passed);
  const skipped = total(tally, (file) => file.skipped);
  const failed = total(tally, (file) => file.failures.length);
  return [
    "",
    `files ${tally.files.size}, ${tally.seconds.toFixed(1)} s`,
    `tests ${passed + failed + skipped}`,
    `pass ${passed}`,
    `fail ${failed}`,
    `skipped ${skipped}`,
    "",
  ].join("\n");
}

/** Which tests were left out, under the reason that they gave, which says what to do about it. */
export function leftOutText(tally: Tally): string {
  const byReason = new Map<string, string[]>();
  for (const [path, { leftOut }] of tally.files)
    for (const { name, why } of leftOut)
      byReason.set(why, [...(byReason.get(why) ?? []), `${shortName(path)}: ${name}`]);
  return [...byReason]
    .map(([why, names]) => `\nleft out: ${why}\n${names.map((name) => `  ${name}\n`).join("")}`)
    .join("");
}

function total(tally: Tally, of: (file: FileTally) => number): number {
  return [...tally.files.values()].reduce((sum, file) => sum + of(file), 0);
}

function count({ name, details, skip, todo }: TestEvent, file: FileTally): void {
  if (typeof skip === "string" && skip !== "" && skip !== NOT_ASKED_FOR) file.leftOut.push({ name, why: skip });
  if (skip !== undefined || todo !== undefined) file.skipped += 1;
  else if (details.error === undefined && details.passed !== false) {
    if (details.type !== "suite") file.passed += 1;
  } else if (details.error?.failureType !== "subtestsFailed") {
    file.failures.push({ name, text: errorText(details.error) });
  }
}

function shortName(file: string): string {
  return file.replace(/^.*[\\/]dist[\\/]test[\\/]/, "").replace(/\.js$/, "");
}

function errorText(error: TestEvent["details"]["error"]): string {
  const cause = error?.cause ?? error;
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return typeof cause === "string" ? cause : inspect(cause);
}
