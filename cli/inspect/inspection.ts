import type { PartFacts } from "../../runtime/call/link.ts";
import type { TargetOptions } from "../../runtime/config/target-options.ts";
import { reasons, type ReasonCode, type ReasonNote } from "../../runtime/reasons.ts";
import { relativePath } from "../../loader/session/module-path.ts";
import type { StaticModule, StaticProgram } from "./static-program.ts";

/** What `inspect --json` gives for a function that is picked. */
export interface InspectedTarget {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly line: number;
  /** A tag or a `#name` names it. */
  readonly named: boolean;
  readonly options: TargetOptions;
  /** Null where the code cannot be followed; `notes` says why. */
  readonly codeDigest: string | null;
  readonly parts: readonly PartFacts[];
  /** What a call brings along. */
  readonly inputs: readonly string[];
  /** Module variables whose values count at the call: `src/config.ts#mode`. */
  readonly state: readonly string[];
  /** Environment variables whose values count at the call. */
  readonly environment: readonly string[];
  readonly notes: readonly InspectedNote[];
}

export interface InspectedNote extends ReasonNote {
  readonly effect: "decline" | "bypass" | "shown";
  readonly sentence: string;
  readonly remedy: string;
}

export interface InspectedDecline {
  readonly id: string;
  readonly note: InspectedNote;
}

export function inspectTargets(program: StaticProgram, root: string): InspectedTarget[] {
  return program.modules.flatMap((module) =>
    module.selection.targets.flatMap(({ index, named }) => inspectTarget(program, module, { index, named, root })),
  );
}

export function inspectDeclined(program: StaticProgram, project: string): InspectedDecline[] {
  return program.modules.flatMap(({ file, facts, selection }) =>
    selection.declined.map(({ index, note }) => {
      const fn = facts.functions[index];
      return { id: `${project}:${file}#${fn?.name ?? `<anonymous>:${fn?.line}`}`, note: explain(note) };
    }),
  );
}

interface Asked {
  readonly index: number;
  readonly named: boolean;
  readonly root: string;
}

function inspectTarget(program: StaticProgram, module: StaticModule, { index, named, root }: Asked): InspectedTarget[] {
  const target = program.describe(module, index);
  if (target === undefined) return [];
  const link = program.link(module, index);
  const { id, file, name, line, options } = target;
  const doubt = doubtOf(module, index);
  const inputs = [...target.parameters, ...(target.usesThis ? ["this"] : []), ...target.captures];
  const common = { id, file, name, line, named, options, inputs };
  if (!link.ok)
    return [
      {
        ...common,
        codeDigest: null,
        parts: [],
        state: [],
        environment: [],
        notes: [...doubt, explain(relative(link.note, root))],
      },
    ];
  return [
    {
      ...common,
      codeDigest: link.codeDigest,
      parts: link.parts(),
      // What the code fixes is in the code digest already.
      state: link.state
        .filter(({ fixed }) => !fixed)
        .map(({ url, name: variable }) => `${relativePath(root, url)}#${variable}`),
      environment: [...new Set([...link.environment, ...(options.env ?? [])])].sort(),
      notes: [...doubt, ...link.notes.map((note) => explain(relative(note, root)))],
    },
  ];
}

/** What would have it declined under a pattern for whole files. */
function doubtOf({ file, facts }: StaticModule, index: number): InspectedNote[] {
  const fn = facts.functions[index];
  return fn?.doubtful === undefined ? [] : [explain({ code: fn.doubtful, file, line: fn.line }, "shown")];
}

function explain(note: ReasonNote, effect: InspectedNote["effect"] = effectOf(note.code)): InspectedNote {
  const { sentence, remedy } = reasons[note.code];
  return { ...note, effect, sentence, remedy };
}

function effectOf(code: ReasonCode): InspectedNote["effect"] {
  return reasons[code].effect;
}

function relative(note: ReasonNote, root: string): ReasonNote {
  return note.file?.startsWith("file:") === true ? { ...note, file: relativePath(root, note.file) } : note;
}
