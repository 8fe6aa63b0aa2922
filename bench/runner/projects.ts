import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "./folders.ts";

const MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** A project in a folder of its own. `files`: texts by path. */
export function makeProject(files: ReadonlyMap<string, string>): string {
  const root = makeFolder("project");
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "app", type: "module", private: true }));
  symlinkSync(MODULES, join(root, "node_modules"));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

/**
 * A program of `count` modules of some 2 kB, each importing up to ten others; `main.js` calls `price` of `m0.js`, which reaches all of
 * them. `leaf`: a number in the last one's code.
 */
export function tree(count: number, leaf = 0): Map<string, string> {
  const files = new Map<string, string>();
  for (let i = 0; i < count; i++) files.set(fileOf(i), moduleText(i, count, i === count - 1 ? leaf : 0));
  files.set("main.js", `import { price } from "./${fileOf(0)}";\nprice(1);\n`);
  return files;
}

/** Where the last module is, whose edit changes the code of `price`. */
export function leafOf(count: number): string {
  return fileOf(count - 1);
}

function fileOf(i: number): string {
  return i === 0 ? "m0.js" : `lib${i % 20}/m${i}.js`;
}

const WIDTH = 10;

function moduleText(i: number, count: number, leaf: number): string {
  const below = Array.from({ length: WIDTH }, (_, place) => i * WIDTH + place + 1).filter((to) => to < count);
  const imports = below.map((to) => `import { price as price${to} } from "${i === 0 ? "./" : "../"}${fileOf(to)}";\n`);
  const sum = below.map((to) => ` + price${to}(amount - 1)`).join("");
  return `${imports.join("")}
export function price(amount) {
  return helper0(amount)${sum} + ${leaf};
}
${Array.from({ length: 8 }, (_, place) => helperText(i, place)).join("")}`;
}

function helperText(i: number, place: number): string {
  return `
/** Something that a module of a real program would do. */
function helper${place}(amount) {
  const rate = amount > ${i} ? 1.${place} : 0.${place};
  const parts = [amount, rate, "part ${i}"].map((part) => String(part).padStart(4));
  if (parts.length === ${place + 5}) throw new RangeError(\`no parts of \${amount}\`);
  return parts.reduce((sum, part) => sum + part.length * rate, 0);
}
`;
}
