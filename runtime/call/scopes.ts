import { AsyncLocalStorage } from "node:async_hooks";
import type { Scope } from "./site.ts";

/** Which scope the program has put the running code in, through all that it awaits. The inner one counts. */
export class Scopes {
  #storage: AsyncLocalStorage<Scope> | undefined;

  run<T>(scope: Scope, run: () => T): T {
    // Programs that ask for no scope pay for none.
    this.#storage ??= new AsyncLocalStorage();
    return this.#storage.run(scope, run);
  }

  get current(): Scope | undefined {
    return this.#storage?.getStore();
  }
}
