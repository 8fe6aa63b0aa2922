import type { Found } from "../stores/tiers/tiers.ts";
import type { Turn } from "../stores/tiers/turns.ts";
import { isSteady, type KeyedCall, type PipelineContext } from "./keeper.ts";

/** After a miss: either what another process has just stored, or leave to run. */
export interface Taken {
  /** In place of what the stores said before. */
  readonly found: Found | undefined;
  /** Lets the next process go. */
  readonly leave: () => void;
}

/** Below this a run is cheaper than keeping others from it: taking a turn on files costs about 0.05 ms. Milliseconds. */
const WORTH_MS = 5;

/** Sees to it that of the processes that need one key at once, one runs the call. */
export class TurnTaker {
  readonly #context: PipelineContext;
  /** How long the last run of each target took. */
  readonly #lasted = new Map<string, number>();

  constructor(context: PipelineContext) {
    this.#context = context;
  }

  takeSync(call: KeyedCall, found: Found | undefined): Taken {
    if (found?.ok !== false || !this.#isWorth(call)) return { found, leave: () => undefined };
    return this.#taken(call, found, this.#context.tiers.turnSync(call.key, found.fences));
  }

  take(call: KeyedCall, found: Found | undefined): Taken | Promise<Taken> {
    if (found?.ok !== false || !this.#isWorth(call)) return { found, leave: () => undefined };
    // Whoever waits begins late.
    const turn = isSteady(call)
      ? this.#context.tiers.turn(call.key, found.fences)
      : this.#context.tiers.turnNow(call.key, found.fences);
    return turn instanceof Promise
      ? turn.then((given) => this.#taken(call, found, given))
      : this.#taken(call, found, turn);
  }

  #isWorth({ target }: KeyedCall): boolean {
    return this.#context.mode === "on" && (this.#lasted.get(target.facts.id) ?? WORTH_MS) >= WORTH_MS;
  }

  #taken({ target }: KeyedCall, found: Found & { readonly ok: false }, turn: Turn): Taken {
    if (turn.kind === "answer") return { found: turn.found, leave: () => undefined };
    const start = this.#context.clock();
    const leave = (): void => {
      this.#lasted.set(target.facts.id, this.#context.clock() - start);
      turn.leave();
    };
    return { found: { ...found, fences: turn.fences }, leave };
  }
}
