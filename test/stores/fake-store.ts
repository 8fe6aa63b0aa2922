import type { AsyncStore, BlockingStore, Fence, SyncStore } from "../../runtime/stores/store.ts";

/** A store in memory that fails or waits on demand, and counts. */
export interface Fake {
  readonly held: Map<string, Uint8Array>;
  readonly calls: string[];
  /** Set: every operation throws it. */
  failure: Error | undefined;
  /** Set: reads and writes wait for it. */
  gate: Promise<void> | undefined;
}

function fake(): Fake {
  return { held: new Map(), calls: [], failure: undefined, gate: undefined };
}

export function fakeSync(label = "fake"): { store: SyncStore; fake: Fake } {
  const state = fake();
  let clears = 0;
  const step = (name: string): void => {
    state.calls.push(name);
    if (state.failure !== undefined) throw state.failure;
  };
  const store: SyncStore = {
    mode: "sync",
    label,
    get(key) {
      step("get");
      return state.held.get(key)?.slice();
    },
    set(key, bytes, _expiresAt, fence) {
      step("set");
      if (fence === undefined || fence === clears) state.held.set(key, bytes.slice());
    },
    delete(key) {
      step("delete");
      return state.held.delete(key);
    },
    clear() {
      step("clear");
      clears += 1;
      state.held.clear();
    },
    fence: () => clears,
  };
  return { store, fake: state };
}

export function fakeAsync(label = "far", blocking = false): { store: AsyncStore; fake: Fake } {
  const { store: near, fake: state } = fakeSync(label);
  const slowly = async <T>(act: () => T): Promise<T> => {
    await state.gate;
    await new Promise((resolve) => setImmediate(resolve));
    return act();
  };
  const store: AsyncStore = {
    mode: "async",
    label,
    get: (key) => slowly(() => near.get(key)),
    set: (key, bytes, expiresAt, fence?: Fence) => slowly(() => near.set(key, bytes, expiresAt, fence)),
    delete: (key) => slowly(() => near.delete(key)),
    clear: () => slowly(() => near.clear()),
    fence: () => near.fence(),
    close: () => slowly(() => undefined),
    ...(blocking ? { blocking: blockingOf(near, state) } : {}),
  };
  return { store, fake: state };
}

function blockingOf(near: SyncStore, state: Fake): BlockingStore {
  return {
    ...near,
    lock: () => true,
    unlock: () => undefined,
    probe() {
      state.calls.push("probe");
      return state.failure ?? "ok";
    },
    drain: () => true,
    close: () => Promise.resolve(),
  };
}
