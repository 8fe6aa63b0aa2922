import type { Reason } from "./reason.ts";

/** Inputs and results. */
export const reasonsOfValues = {
  // Inputs of a call that have no stable meaning.
  "argument-opaque": {
    effect: "bypass",
    sentence: "An argument has no stable meaning that a key could be made of.",
    remedy: "Pass plain data, or leave the argument out with `ignore=`.",
  },
  "receiver-opaque": {
    effect: "bypass",
    sentence: "The receiver `this` has no stable meaning that a key could be made of.",
    remedy: "Keep plain data in its fields, or move the work into a function.",
  },
  "capture-opaque": {
    effect: "bypass",
    sentence: "A captured variable has no stable meaning that a key could be made of.",
    remedy: "Pass what is needed as an argument.",
  },
  "closure-captures-unknown": {
    effect: "bypass",
    sentence: "A function among the inputs captures variables that cannot be read, or was not made in tracked code.",
    remedy: "Define it at the top level of a module, or pass data instead of a function.",
  },
  "signal-aborted": {
    effect: "bypass",
    sentence: "An AbortSignal that does not count is aborted, which the function may answer to.",
    remedy: "Nothing is to be done.",
  },
  "class-untracked": {
    effect: "bypass",
    sentence: "An input is an instance of a class whose code is not tracked.",
    remedy: "Pass plain data, or leave the argument out with `ignore=`.",
  },
  "private-state": {
    effect: "bypass",
    sentence: "An input has private fields that cannot be read from outside.",
    remedy: "Pass plain data, or use public fields.",
  },
  "getter-input": {
    effect: "bypass",
    sentence: "An input is a proxy, or has a getter whose code is not known, so that reading it could run any code.",
    remedy: "Pass plain data.",
  },
  "input-too-large": {
    effect: "bypass",
    sentence: "An input is too large or too deep to be made into a key within bounds.",
    remedy: "Pass a smaller value, such as a name of the data and its version.",
  },
  "mutates-arguments": {
    effect: "bypass",
    sentence:
      "The function changed an argument, its receiver or a captured value while it ran, which a hit would not do.",
    remedy: "Copy the value before changing it.",
  },

  // Results that would not come back the same.
  "value-opaque": {
    effect: "bypass",
    sentence: "The result holds something that cannot be stored and come back equal.",
    remedy: "Return plain data.",
  },
  "value-function": {
    effect: "bypass",
    sentence: "The result holds a function.",
    remedy: "Return data, and make the function from it.",
  },
  "value-instance": {
    effect: "bypass",
    sentence: "The result holds an instance of a class that cannot be rebuilt.",
    remedy: "Return plain data, and build the instance from it.",
  },
  "value-getter": {
    effect: "bypass",
    sentence: "The result holds a getter, a setter or a proxy.",
    remedy: "Return plain data properties.",
  },
  "yields-changed": {
    effect: "bypass",
    sentence: "An object that the generator yielded was changed after it was yielded, which a replay could not show.",
    remedy: "Yield a new object each time.",
  },
  "value-aliases-input": {
    effect: "bypass",
    sentence: "The result shares an object with an argument, the receiver or module data, which a copy would not do.",
    remedy: "Return a copy.",
  },
  "value-too-large": {
    effect: "bypass",
    sentence: "The result is too large or too deep to be stored within bounds.",
    remedy: "Return less, or split the function.",
  },
} as const satisfies Record<string, Reason>;
