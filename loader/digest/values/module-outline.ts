import type { LocalBindingFacts, ModuleFacts } from "../../analysis/facts.ts";
import { DEFAULT_EXPORT, WHOLE_EXPORTS } from "../../analysis/linkage/pseudo-names.ts";

/**
 * What has to be known of a module at the moment when it has run to its end. Its facts say it, too, and are ten times as long: a
 * program whose calls are all answered reads none of them. JSON, in which what is not said is false or empty.
 */
export interface ModuleOutline {
  /** Module-level names that hold functions or classes, and literals with functions in them, in the order of declaration. */
  readonly names: readonly OutlinedName[];
  /** Module-level names whose values a key may need. */
  readonly readable: readonly string[];
  /** It sets members of what it imports when it loads, by name. */
  readonly setsImported?: true;
}

export interface OutlinedName {
  readonly name: string;
  /** A statement of the module changes it after its declaration. */
  readonly changedAtLoad?: true;
  /** The module assigns it again. */
  readonly reassigned?: true;
  /** Of a literal that nothing is known to change: the functions in it. Undefined: the name holds a function or class. */
  readonly members?: readonly OutlinedMember[];
}

export interface OutlinedMember {
  readonly path: readonly string[];
  /** Of `FunctionFacts`. */
  readonly index: number;
  /** Of an accessor. */
  readonly side?: "get" | "set";
}

/** Names no path. Pure. */
export function outlineOf(facts: ModuleFacts): ModuleOutline {
  const isSeen = seenNames(facts);
  const locals = Object.entries(facts.bindings).flatMap(([name, binding]) =>
    binding.kind === "import" || !isSeen(name, binding) ? [] : [{ name, binding }],
  );
  const setsImported = facts.foreign.some(({ members }) => members !== undefined);
  return {
    names: locals.flatMap(({ name, binding }) => outlined(name, binding, facts)),
    readable: locals.filter(({ name, binding }) => isReadable(name, binding, facts)).map(({ name }) => name),
    ...(setsImported ? { setsImported } : {}),
  };
}

function outlined(name: string, binding: LocalBindingFacts, facts: ModuleFacts): OutlinedName[] {
  const { kind, vertices, mutators, changedAtLoad, reassigned } = binding;
  if (kind === "code")
    return [{ name, ...(changedAtLoad ? { changedAtLoad } : {}), ...(reassigned ? { reassigned } : {}) }];
  // Where anything changes the table another function may stand in the place of the literal's.
  const members = reassigned || vertices.length + mutators.length !== 1 ? [] : membersOf(name, facts);
  return members.length === 0 ? [] : [{ name, members }];
}

function membersOf(name: string, facts: ModuleFacts): OutlinedMember[] {
  const prefix = memberPrefix(name);
  const inside = functionsIn(facts, name);
  const members = new Map<string, OutlinedMember>();
  for (const { name: qualified, index, form } of facts.functions) {
    if (qualified?.startsWith(prefix) !== true || !inside.has(facts.functionVertices[index] ?? -1)) continue;
    const side = form === "getter" ? "get" : form === "setter" ? "set" : undefined;
    const path = qualified.slice(prefix.length).split(".");
    // Of two of one name the later one is there.
    members.set(qualified, { path, index, ...(side === undefined ? {} : { side }) });
  }
  return [...members.values()];
}

/** How names of functions begin that are members of what `name` holds. */
function memberPrefix(name: string): string {
  if (name === WHOLE_EXPORTS) return "";
  if (name === DEFAULT_EXPORT) return "default.";
  return `${name.replace(/^exports\./, "")}.`;
}

/** Vertices of the functions that the statement holds which declares a name: another may only be called alike. */
function functionsIn({ bindings, vertices }: ModuleFacts, name: string): ReadonlySet<number> {
  const binding = bindings[name];
  const [shell] = binding === undefined || binding.kind === "import" ? [] : binding.vertices;
  const refs = shell === undefined ? [] : (vertices[shell]?.refs ?? []);
  return new Set(refs.flatMap((ref) => (ref.kind === "vertex" ? [ref.vertex] : [])));
}

/**
 * Whether anybody can come to hold what a name stands for. Of a function declaration that its module only ever calls, and
 * nobody changes, neither members nor identity are ever asked for.
 */
function seenNames(facts: ModuleFacts): (name: string, binding: LocalBindingFacts) => boolean {
  const seen = new Set<string>();
  for (const exported of Object.values(facts.exports)) if (exported.kind === "local") seen.add(exported.name);
  for (const { refs } of facts.vertices)
    for (const ref of refs) if (ref.kind === "member" || (ref.kind === "binding" && ref.named)) seen.add(ref.name);
  // What they give leads back to them.
  for (const { isGenerator, name } of facts.functions) if (isGenerator && name !== undefined) seen.add(name);
  // Options of the compiler say what JSX calls, by names that are not in the text.
  const isJsx = facts.vertices.some(({ emits }) => emits.includes("jsx"));
  return (name, binding) => isJsx || facts.opaqueExports || seen.has(name) || !isOnlyCode(binding);
}

function isOnlyCode(binding: LocalBindingFacts): boolean {
  const { kind, lexical, changeable, changed, changedAtLoad, hidden, reassigned, value, vertices } = binding;
  if (kind !== "code" || lexical || value === "computed" || vertices.length !== 1) return false;
  return !(changeable || changed || changedAtLoad || hidden || reassigned);
}

/**
 * Data that is no primitive of the text, functions and classes. Properties of `exports` are anybody's to change, and their module's
 * text does not show it. Of what the text fixes it may have to be seen whether it is initialized.
 */
function isReadable(name: string, binding: LocalBindingFacts, { defaultValue }: ModuleFacts): boolean {
  if (name === DEFAULT_EXPORT) return defaultValue !== null;
  const isFixed = binding.kind === "data" && binding.value === "primitive" && !binding.changeable && !binding.lexical;
  if (isFixed && !name.startsWith("exports.")) return false;
  return name === WHOLE_EXPORTS || /^(exports\.)?[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}
