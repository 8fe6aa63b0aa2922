/** A module that meets a reason, and the same after its remedy was followed. The function is memoized then. */
export type Row = readonly [before: string, after: string];

type Rows = Readonly<Record<string, Row>>;

const TAG = "// @astrocache\n";

/** Apart from the others, since objects have a property of that name. */
export const ofConstructor: Row = [
  `class A {\n${TAG}constructor(x) { this.x = x; } }\nnew A(1);`,
  `class A { constructor(x) { this.x = x; } }\n${TAG}function make(x) { return { ...new A(x) }; }\nmake(1);`,
];

/** Of modules in which tags pick. */
export const tagged: Rows = {
  "generator": [
    `${TAG}function* f() { yield arguments.length; }\n[...f(1)];`,
    `${TAG}function* f(one) { yield one; }\n[...f(1)];`,
  ],
  "direct-eval": [
    `${TAG}function f(x) { return eval("x + 1"); }\nf(1);`,
    `const later = eval("1");\n${TAG}function f(x) { return x + 1; }\nf(later);`,
  ],
  "import-unresolved": [
    `${TAG}async function f() { return typeof (await import("no-such-package")); }\nawait f().catch(() => 0);`,
    `${TAG}async function f() { return typeof (await import("node:os")).EOL; }\nawait f();`,
  ],
  "module-not-ready": [
    `${TAG}function f() { return table.x; }\ntry { f(); } catch { void 0; }\nconst table = JSON.parse('{"x":1}');`,
    `${TAG}function f() { return table.x; }\nconst table = JSON.parse('{"x":1}');\nf();`,
  ],
  "state-opaque": [
    `class Count { #n = 0; next() { return (this.#n += 1); } }\nconst count = new Count();\n${TAG}function f() { return count.next(); }\nsetTimeout(f);`,
    `${TAG}function f(n) { return n + 1; }\nsetTimeout(() => f(1));`,
  ],
  "mutates-state": [
    `const seen = { n: 0 };\n${TAG}function f() { seen.n += 1; return 1; }\nsetTimeout(f);`,
    `${TAG}function f(n) { return n + 1; }\nsetTimeout(() => f(0));`,
  ],
  "deep-recursion": [
    `${TAG}function f(n) { return n === 0 ? 0 : 1 + f(n - 1); }\nf(150);`,
    `function g(n) { return n === 0 ? 0 : 1 + g(n - 1); }\n${TAG}function f(n) { return g(n); }\nf(150);`,
  ],
  "argument-opaque": [
    `${TAG}function f(x) { return typeof x; }\nf(new WeakMap());`,
    `${TAG}function f(x) { return typeof x; }\nf({});`,
  ],
  "receiver-opaque": [
    `const o = Object.assign(new WeakMap(), {\n${TAG}f() { return this instanceof WeakMap; } });\no.f();`,
    `const o = {\n${TAG}f() { return this.x; }, x: 1 };\no.f();`,
  ],
  "capture-opaque": [
    `function outer() { const map = new WeakMap();\n${TAG}function f() { return map.has({}); }\nreturn f(); }\nouter();`,
    `function outer() {\n${TAG}function f(has) { return has; }\nreturn f(new WeakMap().has({})); }\nouter();`,
  ],
  "closure-captures-unknown": [
    `${TAG}function f(g) { return g(1); }\nconst make = (n) => [(x) => x + n].at(0);\nf(make(1));`,
    `${TAG}function f(g) { return g(1); }\nconst add = (x) => x + 1;\nsetTimeout(() => f(add));`,
  ],
  "private-state": [
    `class P { #x = 1; get() { return this.#x; } }\n${TAG}function f(p) { return p.get(); }\nconst p = new P();\nsetTimeout(() => f(p));`,
    `class P { x = 1; get() { return this.x; } }\n${TAG}function f(p) { return p.get(); }\nconst p = new P();\nsetTimeout(() => f(p));`,
  ],
  "getter-input": [
    `${TAG}function f(o) { return o.x; }\nf({ get x() { return 1; } });`,
    `${TAG}function f(o) { return o.x; }\nf({ x: 1 });`,
  ],
  "mutates-arguments": [
    `${TAG}function f(list) { list.push(1); return list.length; }\nf([]);`,
    `${TAG}function f(list) { const own = [...list, 1]; return own.length; }\nf([]);`,
  ],
  "value-opaque": [
    `${TAG}function f() { return { a: new WeakMap() }; }\nf();`,
    `${TAG}function f() { return { a: 1 }; }\nf();`,
  ],
  "value-function": [
    `${TAG}function f() { return () => 1; }\nf();`,
    `${TAG}function f() { return 1; }\nconst g = () => f();\ng();`,
  ],
  "value-getter": [
    `${TAG}function f() { return { get x() { return 1; } }; }\nf();`,
    `${TAG}function f() { return { x: 1 }; }\nf();`,
  ],
  "value-aliases-input": [
    `${TAG}function f(list) { return { list }; }\nf([]);`,
    `${TAG}function f(list) { return { list: [...list] }; }\nf([]);`,
  ],
  "class-untracked": [
    `function outer() { class A { x = 1;\n${TAG}m() { return this.x; } }\nreturn new A().m(); }\nouter();`,
    `class A { x = 1;\n${TAG}m() { return this.x; } }\nfunction outer() { return new A().m(); }\nsetTimeout(outer);`,
  ],
  "code-altered": [
    `class A { m() { return 1; } }\n${TAG}function f() { return new A().m(); }\nconst hidden = [A.prototype];\nsetTimeout(() => { for (const one of hidden) one.m = () => 2; f(); }, 5);`,
    `class A { m() { return 1; } }\n${TAG}function f() { return new A().m(); }\nsetTimeout(f, 5);`,
  ],
  "files-changed": [
    `import { writeFileSync } from "node:fs";\n// @astrocache files=./note.txt\nfunction f() { writeFileSync("note.txt", "two"); return 1; }\nwriteFileSync("note.txt", "one");\nf();`,
    `import { writeFileSync } from "node:fs";\n// @astrocache files=./note.txt\nfunction f() { return 1; }\nwriteFileSync("note.txt", "two");\nf();`,
  ],
  "signal-aborted": [
    `// @astrocache ignore=signal\nfunction f(x, signal) { return x; }\nf(1, AbortSignal.abort());`,
    `// @astrocache ignore=signal\nfunction f(x, signal) { return x; }\nf(1, new AbortController().signal);`,
  ],
  "yields-changed": [
    `${TAG}function* f() { const o = { n: 0 }; yield o; o.n = 1; yield o; }\n[...f()];`,
    `${TAG}function* f() { yield { n: 0 }; yield { n: 1 }; }\n[...f()];`,
  ],
};

/** Of modules that a pattern for whole files picks. */
export const picked: Rows = {
  "no-result": [`export function f() { void 0; }\nf();`, `export function f() { return 1; }\nf();`],
  "reads-clock": [`export function f() { return Date.now(); }\nf();`, `export function f(now) { return now; }\nf(1);`],
  "reads-random": [
    `export function f() { return Math.random(); }\nf();`,
    `export function f(seed) { return seed * 7; }\nf(1);`,
  ],
  "writes-files": [
    `import { writeFileSync } from "node:fs";\nexport function f(x) { writeFileSync("out", x); return x; }\nf("a");`,
    `export function f(x) { return x; }\nf("a");`,
  ],
  "ends-process": [
    `export function f(x) { if (x === 0) process.exit(3); return x; }\nf(1);`,
    `export function f(x) { return x; }\nf(1);`,
  ],
};

/** Of modules in which everything at any depth is asked for by name. */
export const named: Rows = {
  accessor: [
    `class B { get size() { return 3; } }\nnew B().size;`,
    `class B { size() { return 3; } }\nnew B().size();`,
  ],
};

/** Of modules of which `inspect` tells the reason: it does not come from a call. Before and after. */
export const inspected: Rows = {
  "dynamic-code": [`${TAG}function f() { return new Function("return 1")(); }`, `${TAG}function f() { return 1; }`],
  "computed-import": [
    `${TAG}async function f(name) { return (await import(name)).sep; }`,
    `${TAG}async function f() { return (await import("node:path")).sep; }`,
  ],
  "computed-environment": [
    `${TAG}function f(name) { return process.env[name]; }`,
    `${TAG}function f() { return process.env.HOME; }`,
  ],
  "native-addon": [`${TAG}function f() { return require("./addon.node"); }`, `${TAG}function f() { return 1; }`],
  "looks-at-calls": [`${TAG}function f() { return f.caller.name; }`, `${TAG}function f(name) { return name; }`],
  "parameter-clash": [
    `${TAG}function f(a) { var a; return arguments.length; }`,
    `${TAG}function f(a) { var b; return arguments.length; }`,
  ],
  "with-statement": [`${TAG}function f(o) { with (o) { return x; } }`, `${TAG}function f(o) { return o.x; }`],
  "source-unreadable": [`${TAG}function f() { return require("./broken.cjs"); }`, `${TAG}function f() { return 1; }`],
};

/** Reasons that one small program does not meet twice, and what shows them. */
export const elsewhere: Readonly<Record<string, string>> = {
  "super-before-this": "test/analysis/function-verdicts.test.ts",
  "capture-shadowed": "test/analysis/captures.test.ts",
  "too-many-captures": "needs more than a hundred variables: test/analysis/captures.test.ts",
  "state-by-code": "shown, and cached: test/cases/state/made-by-builtins",
  "source-changed": "needs an edit while the program runs: test/cases/store/row-30-edited-before-it-was-read",
  "files-unreadable": "a link that leads to itself: test/config/declared-files.test.ts",
  "cheaper-to-run": "needs a thousand calls, and a clock: test/report/worth.test.ts",
  "short-run": "test/cases/surface/min-duration",
  "asked": "the program asks for it: test/cases/surface/bypass-and-refresh",
  "function-untracked": "test/cases/surface/cache-in-code",
  "input-too-large": "needs 64 MB of input: test/key/encode.test.ts",
  "value-instance": "test/cases/values/instances-of-tracked-classes",
  "value-too-large": "needs 256 MB of result: test/codec/codec.test.ts",
};
