/** An operation took longer than it may. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/**
 * Settles as `work` does, or rejects with a `DeadlineError` after `ms`. The timer keeps the process alive meanwhile: the sockets of
 * stores do not, and a program that waits for nothing else would end in the middle of its call.
 */
export function withDeadline<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlineError(`${what} took longer than ${ms} ms`)), ms);
    const stop = (): void => clearTimeout(timer);
    work.then(stop, stop);
    work.then(resolve, reject);
  });
}
