interface Waiting<Found> {
  readonly key: string;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts together what is asked for in one go of the event loop, `most` keys at most, and asks for it at once. `ask` gives what it
 * found in the order of the keys; where it fails, all of them do.
 */
export function createReadBatch<Found>(
  most: number,
  ask: (keys: readonly string[]) => Promise<readonly Found[]>,
): (key: string) => Promise<Found> {
  let waiting: Waiting<Found>[] = [];

  const send = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    ask(batch.map(({ key }) => key)).then(
      (found) => batch.forEach(({ resolve }, place) => resolve(found[place] as Found)),
      (error: unknown) => batch.forEach(({ reject }) => reject(error)),
    );
  };

  return (key) =>
    new Promise((resolve, reject) => {
      // After all promises that are settled by now: calls that were begun by these come along.
      if (waiting.length === 0) process.nextTick(send);
      if (waiting.push({ key, resolve, reject }) === most) send();
    });
}
