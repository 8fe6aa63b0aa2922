import type { Reason } from "./reason.ts";

/** Code that cannot be followed, data of modules, and where a call stands. */
export const reasonsOfCode = {
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
  "looks-at-calls": {
    effect: "bypass",
    sentence: "The function, or code that it reaches, looks at who calls a function (`f.caller`, `f.arguments`).",
    remedy: "Pass what it looks for as an argument.",
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
} as const satisfies Record<string, Reason>;
