import type { Reason } from "./reason.ts";

/** Functions that are left as they are, or are not worth it. */
export const reasonsOfFunctions = {
  // Forms of functions that cannot be rewritten without a change of behaviour.
  "constructor": {
    effect: "decline",
    sentence: "A constructor gives its object an identity, which a copy would not have.",
    remedy: "Tag a factory function that calls the constructor.",
  },
  "generator": {
    effect: "decline",
    sentence: "A generator that uses `arguments` or `super` is left alone, as its body cannot move.",
    remedy: "Name its parameters, or move the work into a generator of its own and tag that.",
  },
  "accessor": {
    effect: "decline",
    sentence: "A getter or setter is memoized only where a tag names it.",
    remedy: "Move the work into a method or a function and tag that.",
  },
  "direct-eval": {
    effect: "decline",
    sentence: "A direct eval can see and change every variable around it.",
    remedy: "Move the eval out of the function.",
  },
  "with-statement": {
    effect: "decline",
    sentence: "Inside a with statement no name has a fixed meaning.",
    remedy: "Read the properties by name.",
  },
  "parameter-clash": {
    effect: "decline",
    sentence: "The body declares a var or function named like a parameter, which a moved body would not share.",
    remedy: "Rename the variable.",
  },
  "super-before-this": {
    effect: "decline",
    sentence: "The function uses super in a place where its body cannot move.",
    remedy: "Move the work into a function of its own and tag that.",
  },
  "capture-shadowed": {
    effect: "decline",
    sentence: "A variable that a nested helper captures is hidden by another one of the same name.",
    remedy: "Rename one of the two variables.",
  },
  "too-many-captures": {
    effect: "decline",
    sentence: "The function and the helpers around it use more than 100 variables of the functions around them.",
    remedy: "Move the function to the top level of its module, and pass what it needs.",
  },

  // What is not worth it.
  "cheaper-to-run": {
    effect: "bypass",
    sentence: "To key and to store its calls has taken longer than they run, so that the rest of them just run.",
    remedy: "Name the function with `#name` or a tag if it should be cached all the same.",
  },
  "short-run": {
    effect: "bypass",
    sentence: "The call took less time than `minDuration` asks for.",
    remedy: "Nothing is to be done; lower `minDuration` if such calls should be stored.",
  },

  // What whole-file patterns leave alone, since nobody named the function.
  "no-result": {
    effect: "decline",
    sentence: "The function returns nothing, so that it is run for its effect.",
    remedy: "Name it with `#name` or a tag if it should be cached all the same.",
  },
  "reads-clock": {
    effect: "decline",
    sentence: "The function reads the clock.",
    remedy: "Pass the time as an argument, or name the function with `#name` or a tag.",
  },
  "reads-random": {
    effect: "decline",
    sentence: "The function reads random numbers.",
    remedy: "Pass a seed as an argument, or name the function with `#name` or a tag.",
  },
  "writes-files": {
    effect: "decline",
    sentence: "The function writes files, which a hit would not do.",
    remedy: "Split the writing from the computing, or name the function with `#name` or a tag.",
  },
  "ends-process": {
    effect: "decline",
    sentence: "The function ends the process or changes its state.",
    remedy: "Split that from the computing, or name the function with `#name` or a tag.",
  },
} as const satisfies Record<string, Reason>;
