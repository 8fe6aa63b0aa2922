import { HOST } from "../../runtime/call/site.ts";
import { requireOwn } from "../../runtime/own/files.ts";
import type * as ProgramModule from "./program.ts";
import type { Program, ProgramPlace } from "./program.ts";
import type { SessionRecord } from "./records.ts";

/**
 * The program's side of a session, begun with the first record: of most programs nothing is ever told. On Node 20 records come from
 * another thread, and what was rewritten may ask for its host before they have come.
 */
export class LateProgram implements Program {
  /** As for `Program`. Set by whoever installs the hooks. */
  drain: () => void = () => undefined;
  readonly #place: ProgramPlace;
  #program: Program | undefined;

  constructor(place: ProgramPlace) {
    this.#place = place;
    const get = (): unknown => {
      this.begin();
      return Reflect.get(globalThis, HOST);
    };
    Reflect.defineProperty(globalThis, HOST, { get, configurable: true });
  }

  begin(): Program {
    if (this.#program === undefined) {
      const { startProgram } = requireOwn("loader/session/program.js") as typeof ProgramModule;
      this.#program = startProgram(this.#place);
      this.#program.drain = () => this.drain();
    }
    return this.#program;
  }

  accept(record: SessionRecord): void {
    this.begin().accept(record);
  }
}
