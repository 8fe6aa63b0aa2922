import { AsyncLocalStorage } from "node:async_hooks";
import type { Entry } from "../stores/entry.ts";

/** What the run that others waited for left them: bytes that each decodes for itself, or nothing that can be shared. */
export type Landed = { readonly entry: Entry } | undefined;

/**
 * Asynchronous runs under way, by key: calls that come meanwhile wait for the one that runs. A rejected run rejects all
 * that wait and is forgotten.
 */
export class Flights {
  readonly #pending = new Map<string, Promise<Landed>>();
  /** Keys that the current asynchronous context is running: a call inside its own run must not wait for itself. */
  readonly #own = new AsyncLocalStorage<ReadonlySet<string>>();

  find(key: string): Promise<Landed> | undefined {
    const pending = this.#pending.get(key);
    return pending === undefined || this.#own.getStore()?.has(key) === true ? undefined : pending;
  }

  /** From now on calls wait for `landed`, which must settle whatever happens. */
  lead(key: string, landed: Promise<Landed>): void {
    this.#pending.set(key, landed);
    const forget = (): void => {
      if (this.#pending.get(key) === landed) this.#pending.delete(key);
    };
    // Both branches are handled here; whoever waits handles its own.
    landed.then(forget, forget);
  }

  /**
   * Runs the body of a call that leads. Not what goes before: on Node 20 and 22 every promise of a process costs more once this was used,
   * and programs whose calls are all answered are spared that.
   */
  run<T>(key: string, body: () => T): T {
    return this.#own.run(new Set(this.#own.getStore()).add(key), body);
  }
}
