/** What a scenario file exports as `scenario`. */
export interface Scenario {
  /** What is measured, and what is left out so that nothing else is. */
  readonly isolates: string;
  /** Of all numbers. */
  readonly unit: "µs" | "ms" | "MB";
  /** Samples of each contestant; they take turns, so that what else the machine does falls on all alike. */
  readonly rounds: number;
  /** Measured only when it is asked for by name: no target of the project is about it. */
  readonly isDetail?: boolean;
  /** Set: it runs in a process with the hook, where these functions of `bench/subjects` are targets. */
  readonly targets?: string;
  /** Runs in a process of its own. */
  open(): Promise<Stage> | Stage;
}

export interface Stage {
  readonly rows: readonly Row[];
  close?(): Promise<void> | void;
}

/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly contestants: readonly Contestant[];
  readonly targets?: readonly Target[];
}

export interface Contestant {
  readonly name: string;
  /** One measurement in the unit of the scenario. The first one is for warming up, and is not counted. */
  sample(): number | Promise<number>;
}

/** The contestant that targets are about. */
export const OURS = "astrocache";

/** What `of` (default: `OURS`) is held to. Ratios are taken within each round. */
export type Target = { readonly of?: string } & (
  | {
      readonly kind: "ratio";
      readonly atMost: number;
      /** The fastest of these counts. */
      readonly to: readonly string[];
      /** What these are, in words. */
      readonly name?: string;
    }
  | { readonly kind: "faster"; readonly atLeast: number; readonly than: string }
  | { readonly kind: "absolute"; readonly atMost: number }
  | { readonly kind: "over"; readonly atMost: number; readonly base: string }
);
