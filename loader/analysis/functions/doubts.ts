import type * as t from "@babel/types";
import type { ReasonCode } from "../../../runtime/reasons.ts";
import { BuiltinPaths } from "./builtin-paths.ts";
import { handsOutRequire, loadCall } from "../linkage/imports.ts";
import { propertyName } from "../syntax/nodes.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

/** In the order of their weight: a function that has several is declined for the first. */
export const DOUBTS = [
  "ends-process",
  "writes-files",
  "reads-clock",
  "reads-random",
  "dynamic-code",
  "computed-import",
] as const satisfies readonly ReasonCode[];
export type Doubt = (typeof DOUBTS)[number];

/** Finds what makes a function doubtful as a target: the clock, randomness, written files, the end of the process, opaque code. */
export class DoubtFinder {
  readonly #paths: BuiltinPaths;
  readonly #table: ScopeTable;

  constructor(ast: t.File, table: ScopeTable) {
    this.#paths = new BuiltinPaths(ast, table);
    this.#table = table;
  }

  in(node: t.Node): Doubt | undefined {
    switch (node.type) {
      case "MemberExpression":
      case "OptionalMemberExpression":
        return LAST_NAMES.has(propertyName(node) ?? "") ? this.#reasonOf(node) : undefined;
      case "Identifier":
        return this.#paths.isImport(node) ? this.#reasonOf(node) : undefined;
      case "CallExpression":
        return this.#isDate(node.callee) ? "reads-clock" : this.#opaque(node);
      case "NewExpression":
        return node.arguments.length === 0 && this.#isDate(node.callee) ? "reads-clock" : this.#opaque(node);
      case "ImportExpression":
        return this.#opaque(node);
      case "AssignmentExpression":
        return this.#changeOf(node.left);
      case "UpdateExpression":
        return this.#changeOf(node.argument);
      case "UnaryExpression":
        return node.operator === "delete" ? this.#changeOf(node.argument) : undefined;
      default:
        return undefined;
    }
  }

  #reasonOf(node: t.Node): Doubt | undefined {
    return REASONS.get(this.#paths.of(node) ?? "");
  }

  /** Code made from text, or loaded by a computed name. */
  #opaque(node: t.CallExpression | t.NewExpression | t.ImportExpression): Doubt | undefined {
    const load = loadCall(node, this.#table);
    if (load?.specifier === null || handsOutRequire(node, this.#table)) return "computed-import";
    if (node.type === "ImportExpression" || node.callee.type !== "Identifier") return undefined;
    const isGlobal = this.#table.bindingOf(node.callee) === undefined;
    return isGlobal && ["eval", "Function"].includes(node.callee.name) ? "dynamic-code" : undefined;
  }

  #isDate(callee: t.Node): boolean {
    return callee.type !== "Super" && this.#paths.of(callee) === "Date";
  }

  /** `process.env.A = …`, `process.exitCode = …`. */
  #changeOf(target: t.Node): Doubt | undefined {
    if (target.type !== "MemberExpression") return undefined;
    const object = this.#paths.of(target.object);
    return object === "process" || object === "process.env" ? "ends-process" : undefined;
  }
}

const names = (text: string): readonly string[] => text.trim().split(/\s+/);

const FILE_WRITERS = names(`
  appendFile appendFileSync chmod chmodSync chown chownSync copyFile copyFileSync cp cpSync createWriteStream
  fchmod fchmodSync fchown fchownSync fdatasync fdatasyncSync fsync fsyncSync ftruncate ftruncateSync
  futimes futimesSync lchmod lchmodSync lchown lchownSync link linkSync lutimes lutimesSync mkdir mkdirSync mkdtemp mkdtempSync
  rename renameSync rm rmSync rmdir rmdirSync symlink symlinkSync truncate truncateSync unlink unlinkSync
  utimes utimesSync write writeSync writeFile writeFileSync writev writevSync`);

const RANDOM = names(`
  generateKey generateKeyPair generateKeyPairSync generateKeySync generatePrime generatePrimeSync getRandomValues
  randomBytes randomFill randomFillSync randomInt randomUUID randomUUIDv7 subtle.generateKey`);

const paths: Readonly<Partial<Record<Doubt, readonly string[]>>> = {
  "reads-clock": names("Date.now performance.now performance.timeOrigin process.hrtime process.uptime Temporal.Now"),
  "reads-random": ["Math.random", ...RANDOM.map((name) => `crypto.${name}`)],
  "writes-files": FILE_WRITERS.flatMap((name) => [`fs.${name}`, `fs.promises.${name}`]),
  "ends-process": names("process.abort process.chdir process.exit process.kill process.reallyExit process.umask"),
};

const REASONS: ReadonlyMap<string, Doubt> = new Map(
  DOUBTS.flatMap((code) => (paths[code] ?? []).map((path) => [path, code] as const)),
);

/** Members that can end a path of the table: no other needs a look. */
const LAST_NAMES: ReadonlySet<string> = new Set(
  [...REASONS.keys()].map((path) => path.slice(path.lastIndexOf(".") + 1)),
);
