import { AsyncLocalStorage } from "node:async_hooks";
import type { HeldEntry } from "../stores/entry.ts";

/** What the run that others waited for left them: bytes that each decodes for itself, or nothing that can be shared. */
export type Landed = { readonly entry: HeldEntry } | undefined;

/** A run under way, for those that wait for what it leaves. Ends once; what is told later is not heard. */
export class Flight {
  readonly #forget: () => void;
  /** Made for the first that waits: most runs and answers are alone. */
  #waiting: Promise<Landed> | undefined;
  #resolve: (landed: Landed) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;

  constructor(forget: () => void) {
    this.#forget = forget;
  }

  /** What it leaves. */
  get landed(): Promise<Landed> {
    return (this.#waiting ??= new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    }));
  }

  resolve(landed: Landed | Promise<Landed>): void {
    if (landed instanceof Promise)
      landed.then(
        (settled) => this.resolve(settled),
        (error: unknown) => this.reject(error),
      );
    else {
      this.#forget();
      this.#resolve(landed);
    }
  }

  reject(error: unknown): void {
    this.#forget();
    this.#reject(error);
  }
}

/**
 * Asynchronous runs under way, by key: calls that come meanwhile wait for the one that runs. A rejected run rejects all
 * that wait and is forgotten.
 */
export class Flights {
  readonly #pending = new Map<string, Flight>();
  /** Keys that the current asynchronous context is running: a call inside its own run must not wait for itself. */
  readonly #own = new AsyncLocalStorage<ReadonlySet<string>>();

  find(key: string): Promise<Landed> | undefined {
    const pending = this.#pending.get(key);
    return pending === undefined || this.#own.getStore()?.has(key) === true ? undefined : pending.landed;
  }

  /** From now on calls wait for the flight, which must end whatever happens. */
  lead(key: string): Flight {
    const flight: Flight = new Flight(() => {
      if (this.#pending.get(key) === flight) this.#pending.delete(key);
    });
    this.#pending.set(key, flight);
    return flight;
  }

  /**
   * Runs the body of a call that leads. Not what goes before: on Node 20 and 22 every promise of a process costs more once this was used,
   * and programs whose calls are all answered are spared that.
   */
  run<T>(key: string, body: () => T): T {
    return this.#own.run(new Set(this.#own.getStore()).add(key), body);
  }
}
