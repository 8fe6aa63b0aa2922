import { looped } from "../runner/looped.ts";
import type { Scenario } from "../runner/scenario.ts";
import { turning } from "../runner/turning.ts";
import { price } from "../subjects/calls.ts";
import { total } from "../subjects/reach.ts";

export const scenario: Scenario = {
  isolates:
    "What a hit costs more where the function reaches classes: at each call it is looked whether their members and prototypes are still what their text says, and their changeable static data is in the key. Four classes with eight members.",
  unit: "µs",
  rounds: 15,
  targets: "subjects/calls.js#price, subjects/reach.js#total",
  open: () => ({
    rows: [
      {
        name: "hit in memory, (number, string) → number, four classes in reach",
        contestants: [looped("astrocache", turning(total)), looped("nothing in reach", turning(price))],
      },
    ],
  }),
};
