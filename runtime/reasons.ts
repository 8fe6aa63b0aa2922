/**
 * Everything that astrocache cannot track or keep, as one table. `inspect` prints these rows, the runtime emits their
 * codes, the README lists them. Adding a reason is adding a row.
 *
 * - `decline`: the function is left as it is, its text is not rewritten.
 * - `bypass`: this call runs and is not stored.
 * - `shown`: the call is cached; the reason is shown, and `strict` turns it into a bypass.
 */
export interface Reason {
  readonly effect: "decline" | "bypass" | "shown";
  readonly sentence: string;
  readonly remedy: string;
}

const table = {
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

  // Code that cannot be followed.
  "dynamic-code": {
    effect: "shown",
    sentence: "Code made from text at run time (eval, new Function) is not part of the digest.",
    remedy: "Replace it by ordinary functions, or salt the tag with `version=`.",
  },
  "computed-import": {
    effect: "shown",
    sentence: "A module is loaded by a computed name, so that its code is not part of the digest.",
    remedy: "Import it by a literal name, or salt the tag with `version=`.",
  },
  "computed-environment": {
    effect: "shown",
    sentence: "Environment variables are read by computed names or as a whole, so that all of them are in the key.",
    remedy:
      "Read them by name (`process.env.NAME`), or declare those that are meant (`env=NAME`): then no other variable leads to a new run.",
  },
  "native-addon": {
    effect: "shown",
    sentence: "A native addon is code that cannot be read.",
    remedy: "Salt the tag with `version=` and raise it when the addon changes.",
  },
  "import-unresolved": {
    effect: "bypass",
    sentence: "An import that the function reaches could not be resolved to a file.",
    remedy: "Check the specifier, or install the package.",
  },
  "source-unreadable": {
    effect: "bypass",
    sentence: "The source of a module that the function reaches could not be read or parsed.",
    remedy: "Check that the file exists and is valid.",
  },
  "source-changed": {
    effect: "bypass",
    sentence: "A source file is no longer the text that this process loaded.",
    remedy: "Start the program again.",
  },
  "module-not-ready": {
    effect: "bypass",
    sentence: "The function was called before a module whose data it reads had finished loading.",
    remedy: "Call it after start-up, or break the import cycle.",
  },
  "state-unobservable": {
    effect: "bypass",
    sentence:
      "The function reads data or reaches code of a module that was loaded before astrocache knew of any target.",
    remedy: "Run the program once more (the project is remembered), or name targets in ASTROCACHE.",
  },
  "state-by-code": {
    effect: "shown",
    sentence: "Module data that is not plain counts by the code that made it, not by its value.",
    remedy: "Pass it as an argument, or make it plain data.",
  },
  "state-opaque": {
    effect: "bypass",
    sentence: "The function reads module data that changes while the program runs and has no stable meaning.",
    remedy: "Pass it as an argument, or make it plain data.",
  },
  "code-altered": {
    effect: "bypass",
    sentence:
      "A function or class that the function reaches was changed after its module had run: a method replaced, a prototype patched.",
    remedy:
      "Change it while its module loads, or pass the replacement as an argument. Under a test's mock this is as it should be.",
  },
  "mutates-state": {
    effect: "bypass",
    sentence: "The function changed module data while it ran, which a hit would not do.",
    remedy: "Return the data instead of changing it.",
  },

  "files-changed": {
    effect: "bypass",
    sentence: "A file that the function declares with `files=` changed while it ran.",
    remedy: "Write files before the call, or leave those that the function writes out with `!`.",
  },
  "files-unreadable": {
    effect: "bypass",
    sentence: "A file that the function declares with `files=` is there and cannot be read.",
    remedy: "Check its permissions, or leave it out with `!`.",
  },
  "asked": {
    effect: "bypass",
    sentence: "The program asked for the call itself, by `bypass`.",
    remedy: "Make the call outside of `bypass`.",
  },
  "function-untracked": {
    effect: "bypass",
    sentence: "The function that was given to `cache` was not made in tracked code.",
    remedy: "Define it at the top level of a module, or write it as the argument of `cache`.",
  },
  "deep-recursion": {
    effect: "bypass",
    sentence: "The call is nested in a hundred calls of targets; deeper ones run without a key, to spare the stack.",
    remedy: "Tag the function that starts the recursion, or one that is called less deep.",
  },

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
    sentence: "An input has a getter or is a proxy, so that reading it could run code.",
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

export type ReasonCode = keyof typeof table;

export const reasons: Readonly<Record<ReasonCode, Reason>> = table;

/** A reason with the place it was found at. */
export interface ReasonNote {
  readonly code: ReasonCode;
  /** What exactly, where it helps: a path inside a value, a specifier, a name. */
  readonly detail?: string;
  readonly file?: string;
  readonly line?: number;
}
