import { looped } from "../runner/looped.ts";
import type { Scenario } from "../runner/scenario.ts";
import { turning } from "../runner/turning.ts";
import { plain } from "../subjects/calls.ts";
import { plain as untouched } from "../subjects/untouched.ts";

export const scenario: Scenario = {
  isolates:
    "A function that is no target, in a module that has targets and was rewritten, against the same function in a module that was not.",
  unit: "µs",
  rounds: 15,
  targets: "subjects/calls.js#price",
  open: () => ({
    rows: [
      {
        name: "a function that is no target",
        contestants: [looped("astrocache", turning(plain)), looped("in a module without targets", turning(untouched))],
        targets: [{ kind: "ratio", atMost: 1.1, to: ["in a module without targets"] }],
      },
    ],
  }),
};
