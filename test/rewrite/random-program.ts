/** Picks a number from 0 to `max`. */
export type Pick = (max: number) => number;

/**
 * A program of functions in functions, which use few names, so that parameters, variables and functions often clash. It
 * calls `log` with what it sees; `spend` throws when it has run for long enough. What a program does not define, it
 * throws for, and logs that.
 */
export function randomProgram(pick: Pick): string {
  return new Writer(pick).program();
}

const NAMES = ["a", "b", "c"] as const;

class Writer {
  readonly #pick: Pick;
  #count = 0;
  #budget = 60;

  constructor(pick: Pick) {
    this.#pick = pick;
  }

  program(): string {
    const statements = this.#many(4, () => `attempt(() => { ${this.#statement(3)} });`);
    const calls = NAMES.map((name) => `attempt(() => log(typeof ${name} === "function" ? ${name}(1, "x") : ${name}));`);
    return [
      this.#maybe(3) ? '"use strict";' : "",
      ...this.#many(3, () => this.#declaration(4)),
      ...statements,
      ...calls,
    ].join("\n");
  }

  #maybe(chance: number): boolean {
    return this.#pick(chance) === 0;
  }

  #one<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.#pick(choices.length - 1)] ?? choices[0];
  }

  #many(max: number, make: () => string): string[] {
    return Array.from({ length: this.#pick(max) + 1 }, make);
  }

  #name(): string {
    return this.#one(NAMES);
  }

  #declaration(depth: number): string {
    return `function ${this.#name()}${this.#signatureAndBody(depth)}`;
  }

  /** `(a, b = 1) { … }`; a directive only where the parameters are plain names. */
  #signatureAndBody(depth: number): string {
    const parameters = this.#parameters();
    const directive = this.#maybe(6) && /^[\w, ]*$/.test(parameters) ? "'use strict'\n" : "";
    return `(${parameters}) { ${directive} ${this.#body(depth)} }`;
  }

  #parameters(): string {
    const form = this.#pick(9);
    if (form < 5) return ["", "a", "a, b", "b, c", "a, b, c"][form] ?? "";
    const value = this.#one([
      "1",
      "a",
      "() => a",
      "arguments.length",
      "typeof this",
      "() => arguments[0]",
      "(v) => { a = v; }",
    ]);
    return (
      [`a, b = ${value}`, `{ a, b = ${value} } = {}, c`, `...a`, `a, [b, ...c] = [1, 2]`, `a = 1, ...b`][form - 5] ?? ""
    );
  }

  #body(depth: number): string {
    return `spend(); ${this.#many(3, () => this.#statement(depth - 1)).join(" ")} ${this.#maybe(4) ? "" : `return ${this.#expression(depth - 1)};`}`;
  }

  #statement(depth: number): string {
    if (depth <= 0 || this.#budget-- < 0) return `log(${this.#name()});`;
    const local = `k${this.#count++}`;
    return this.#one<() => string>([
      () => `log(${this.#expression(depth)});`,
      () => `var ${this.#name()};`,
      () => `var ${this.#name()} = ${this.#expression(depth)};`,
      () => `let ${local} = ${this.#expression(depth)}; log(${local});`,
      () => this.#declaration(depth),
      () => `{ ${this.#declaration(depth)} log(typeof ${this.#name()}); }`,
      () => `for (var ${this.#name()} of [1, 2]) { ${this.#statement(depth - 1)} }`,
      () => `for (let ${local} = 0; ${local} < 2; ${local}++) log(${this.#expression(depth)});`,
      () =>
        `try { ${this.#statement(depth - 1)} } catch (${this.#name()}) { ${this.#statement(depth - 1)} } finally { log("finally"); }`,
      () => `${local}: { if (${this.#expression(depth)}) break ${local}; ${this.#statement(depth - 1)} }`,
      () => `switch (${this.#name()}) { case 1: ${this.#statement(depth - 1)} default: log("default"); }`,
    ])();
  }

  #expression(depth: number): string {
    if (depth <= 0 || this.#budget-- < 0) return this.#one(LEAVES);
    const inner = (): string => this.#expression(depth - 1);
    return this.#one<() => string>([
      () => this.#one(LEAVES),
      () => this.#one(LEAVES),
      () => `(${this.#name()} = ${inner()})`,
      () => `(arguments[0] = ${inner()})`,
      () => `(typeof ${this.#name()} === "function" ? ${this.#name()}(${inner()}) : ${inner()})`,
      () => `((${this.#parameters()}) => ${inner()})(${inner()}, ${inner()})`,
      () => `((${this.#parameters()}) => (${inner()}, ${inner()}))(${inner()})`,
      () => `((${this.#parameters()}) => { ${this.#body(depth)} })(${inner()})`,
      () =>
        `(function ${this.#maybe(1) ? this.#name() : ""}${this.#signatureAndBody(depth)}).call(${inner()}, ${inner()}, 2)`,
      () => `new (function ${this.#signatureAndBody(depth)})(${inner()})`,
      () => `({ v: ${inner()}, m${this.#signatureAndBody(depth)} }).m(${inner()}, 3)`,
      () =>
        `new (class { #p = ${inner()}; m(${this.#parameters()}) { ${this.#body(depth)} } get() { return this.#p; } f = (a) => [a, this.#p]; }).m(${inner()})`,
      () =>
        `new (class extends (class { m() { return "base"; } }) { m(${this.#parameters()}) { return [super.m(), (() => super.m())(), ${inner()}]; } }).m(${inner()})`,
      () => `\`\${${inner()}}\``,
      () => `(${inner()} ? ${inner()} : (${inner()}, ${inner()}))`,
      () => `[${inner()}, ${inner()}]`,
    ])();
  }
}

const LEAVES = [
  "a",
  "b",
  "c",
  "1",
  '"s"',
  "undefined",
  "typeof a",
  "arguments.length",
  "arguments[0]",
  "typeof this",
  "(this && this.v)",
  "new.target === undefined",
  "() => a",
  "() => arguments.length",
  "() => typeof this",
  "function (a) { return a; }",
] as const;
