import type { LocalBindingFacts, ModuleFacts, VertexFacts } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";

/**
 * Facts as they are kept: what is as in most places is left out, and functions are a text of their own, which linking never reads.
 * A third of what they would take, and of the time to read them. JSON.
 */
export interface PackedFacts extends Omit<ModuleFacts, "bindings" | "vertices" | "functions"> {
  readonly bindings: Readonly<Record<string, Exclude<ModuleFacts["bindings"][string], LocalBindingFacts> | Sparse>>;
  readonly vertices: readonly Sparse[];
  readonly functions: string;
}

/** An object without what is equal to a default. */
type Sparse = Readonly<Record<string, unknown>>;

export function packFacts({ bindings, vertices, functions, ...facts }: ModuleFacts): PackedFacts {
  return {
    ...facts,
    bindings: Object.fromEntries(
      Object.entries(bindings).map(([name, binding]) => [
        name,
        binding.kind === "import" ? binding : sparse(binding, BINDING),
      ]),
    ),
    vertices: vertices.map((vertex) => sparse(vertex, VERTEX)),
    functions: JSON.stringify(functions.map((fn) => sparse(fn, FUNCTION))),
  };
}

export function unpackFacts({ bindings, vertices, functions, ...facts }: PackedFacts): ModuleFacts {
  let read: readonly FunctionFacts[] | undefined;
  return {
    ...facts,
    bindings: Object.fromEntries(
      Object.entries(bindings).map(([name, binding]) => [
        name,
        binding.kind === "import" ? binding : { ...BINDING, ...binding },
      ]),
    ) as ModuleFacts["bindings"],
    vertices: vertices.map((vertex) => ({ ...VERTEX, ...vertex })) as unknown as ModuleFacts["vertices"],
    get functions() {
      return (read ??= (JSON.parse(functions) as Sparse[]).map((fn) => ({
        ...FUNCTION,
        ...fn,
      })) as unknown as FunctionFacts[]);
    },
  };
}

const NONE: readonly never[] = [];

const BINDING = {
  kind: "code",
  mutators: NONE,
  value: "object",
  changeable: false,
  isMade: false,
  changedAtLoad: false,
  patchedAtLoad: false,
  hidden: false,
  hasPrivateState: false,
  isBranding: false,
  lexical: false,
  changed: false,
  reassigned: false,
} satisfies Partial<LocalBindingFacts>;

const VERTEX = {
  kind: "shell",
  holdsFunction: false,
  refs: NONE,
  environment: NONE,
  process: NONE,
  globals: NONE,
  emits: NONE,
  location: false,
  notes: NONE,
} satisfies Partial<VertexFacts>;

const FUNCTION = {
  isAsync: false,
  isGenerator: false,
  answersSent: false,
  answersReturn: false,
  isStatic: false,
  isTopLevel: false,
  parameters: NONE,
  formals: NONE,
  clashes: NONE,
  usesThis: false,
  usesArguments: false,
  usesNewTarget: false,
  captures: NONE,
  variables: NONE,
  takes: NONE,
  privateFields: NONE,
} satisfies Partial<FunctionFacts>;

function sparse(value: object, defaults: Sparse): Sparse {
  return Object.fromEntries(
    Object.entries(value).filter(([name, held]) => {
      if (!Object.hasOwn(defaults, name)) return true;
      return Array.isArray(held) ? held.length > 0 : held !== defaults[name];
    }),
  );
}
