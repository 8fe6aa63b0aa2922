import type { Link, PartFacts } from "../../runtime/call/link.ts";
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
  /** First modules of the programs in which this is its code; left out where it has one code in all. */
  readonly entries?: readonly string[];
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
  const links = program.links(module, index);
  const { id, file, name, line, options } = target;
  const inputs = [...target.parameters, ...(target.usesThis ? ["this"] : []), ...target.captures];
  const doubt = doubtOf(module, index);
  return links.map(({ entries, link }) => {
    const { notes, ...code } = codeOf(link, options, root);
    const where = links.length === 1 ? {} : { entries };
    return { id, file, name, line, named, options, inputs, ...where, ...code, notes: [...doubt, ...notes] };
  });
}

type InspectedCode = Pick<InspectedTarget, "codeDigest" | "parts" | "state" | "environment" | "notes">;

function codeOf(link: Link, options: TargetOptions, root: string): InspectedCode {
  if (!link.ok)
    return { codeDigest: null, parts: [], state: [], environment: [], notes: [explain(relative(link.note, root))] };
  // What the code fixes is in the code digest already.
  const state = link.state.filter(({ fixed }) => !fixed);
  return {
    codeDigest: link.codeDigest,
    parts: link.parts(),
    state: state.map(({ url, name }) => `${relativePath(root, url)}#${name}`),
    environment: [...new Set([...link.environment, ...(options.env ?? [])])].sort(),
    notes: link.notes.map((note) => explain(relative(note, root))),
  };
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
