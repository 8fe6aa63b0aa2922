/** Sources of a program of `n` modules, `m0.js` first. Each has one function `f`, that of `m0.js` reaches all. */
export type Shape = (n: number) => Map<string, string>;

const UNIT = "export function f(x) { return ";

export const shapes: Readonly<Record<string, Shape>> = {
  /** Each imports the next. */
  "deep": (n) => program(n, (i) => (i + 1 < n ? [i + 1] : [])),
  /** The first imports all others. */
  "wide": (n) => program(n, (i) => (i === 0 ? range(1, n) : [])),
  /** Each imports three further on, so that there are very many ways. */
  "layers": (n) => program(n, (i) => [i + 1, i + 2, i + 3].filter((to) => to < n)),
  /** Each imports the next, the last the first: one circle. */
  "circle": (n) => program(n, (i) => [(i + 1) % n]),
  /** Circles of ten in a row. */
  "circles": (n) => program(n, (i) => [...(i % 10 === 9 ? [i - 9] : []), ...(i + 1 < n ? [i + 1] : [])]),
  /** Each imports others back and forth: one thicket. */
  "thicket": (n) =>
    program(n, (i) => [...new Set([(i + 1) % n, (i * 7 + 3) % n, (i * 13 + 5) % n])].filter((to) => to !== i)),
  /** Names handed on from module to module. */
  "re-exports": (n) => handedOn(n, "{ f }"),
  /** All names handed on from module to module. */
  "export *": (n) => handedOn(n, "*"),
  /** Each loads the next for its effects, and all use one function. */
  "effects": (n) =>
    new Map(
      range(0, n).map((i) => [
        `m${i}.js`,
        i === n - 1
          ? `${UNIT}x; }\n`
          : `import { f as g } from "./m${n - 1}.js";\n${i + 2 < n ? `import "./m${i + 1}.js";\n` : ""}${UNIT}g(x) + ${i}; }\nf(${i});\n`,
      ]),
    ),
  /** Each has data that is made from that of the next, and a variable, declared alike in all. */
  "data": (n) =>
    new Map(
      range(0, n).map((i) => [
        `m${i}.js`,
        `${i + 1 < n ? `import { f as g, table as t } from "./m${i + 1}.js";\n` : "const t = [], g = () => 0;\n"}let count = 0;\nexport const table = Object.assign([], t);\nexport function add() { count++; }\n${UNIT}[table, count, g(x)]; }\n`,
      ]),
    ),
  /** All hand out what they have through one module, and use it from there. */
  "barrel": (n) =>
    new Map([
      ...range(0, n).map((i): [string, string] => [
        `m${i}.js`,
        `import { f${(i + 1) % n} as g } from "./all.js";\nexport function f${i}(x) { return g(x) + ${i}; }\n${i === 0 ? `${UNIT}f0(x); }\n` : ""}`,
      ]),
      [
        "all.js",
        range(0, n)
          .map((i) => `export * from "./m${i}.js";\n`)
          .join(""),
      ],
    ]),
  /** All add to one object of another when they load. */
  "registry": (n) =>
    new Map([
      [
        "m0.js",
        `import { all } from "./all.js";\n${range(1, n)
          .map((i) => `import "./m${i}.js";\n`)
          .join("")}${UNIT}all.f1(x); }\n`,
      ],
      ...range(1, n).map((i): [string, string] => [
        `m${i}.js`,
        `import { all } from "./all.js";\nall.f${i} = (x) => x + ${i};\n`,
      ]),
      ["all.js", "export const all = {};\n"],
    ]),
};

/** The first uses a name of the next, which hands on what comes from the one after it, down to the last. */
function handedOn(n: number, names: string): Map<string, string> {
  const text = (i: number): string => {
    if (i === 0) return `import { f as g } from "./m1.js";\n${UNIT}g(x); }\n`;
    return i + 1 < n ? `export ${names} from "./m${i + 1}.js";\n` : `${UNIT}x; }\n`;
  };
  return new Map(range(0, n).map((i) => [`m${i}.js`, text(i)]));
}

function program(n: number, importsOf: (i: number) => readonly number[]): Map<string, string> {
  return new Map(range(0, n).map((i) => [`m${i}.js`, moduleText(i, importsOf(i))]));
}

function moduleText(i: number, imports: readonly number[]): string {
  const lines = imports.map((to) => `import { f as f${to} } from "./m${to}.js";\n`);
  return `${lines.join("")}${UNIT}[${imports.map((to) => `f${to}(x - 1), `).join("")}${i}]; }\n`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
}
