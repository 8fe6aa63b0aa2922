/** What a program of a case wrote on stderr, by who wrote it. */
export interface SortedStderr {
  /** The words of the lines `ran WORD`, by which functions of cases tell that they really ran; sorted, with spaces. */
  readonly trace: string;
  /** Lines of astrocache's. */
  readonly notices: readonly string[];
  /** Everything else. */
  readonly rest: string;
}

export function sortStderr(stderr: string): SortedStderr {
  const lines = stderr.split("\n");
  const words = lines.flatMap((line) => /^ran (.+)$/.exec(line)?.[1] ?? []);
  const notices = lines.filter((line) => line.startsWith("astrocache: "));
  const rest = lines.filter((line) => !line.startsWith("ran ") && !notices.includes(line));
  return { trace: words.toSorted().join(" "), notices, rest: rest.join("\n") };
}
