import type { Link } from "../../runtime/call/link.ts";
import { ask, type LinkWorld, type Question } from "./world/link-questions.ts";

export type Linked = Extract<Link, { ok: true }>;

/** Without what names the parts of the code, which is asked for when a version of it is new. */
export type KeptLink = Omit<Linked, "parts">;

/**
 * What linking has asked and was answered, and the links that it made of that: a verifying trace (Mokhov, Mitchell, Peyton Jones: Build
 * Systems à la Carte, 4.2.2). A link holds where all questions that were asked before it was made have the same answers.
 */
export interface LinkLog {
  /** How packages count. */
  readonly packages: string;
  /** In the order in which they were asked. */
  readonly questions: Iterable<Question>;
  readonly links: ReadonlyMap<string, LoggedLink>;
}

export interface LoggedLink {
  /** How many questions had been asked when it was made. */
  readonly asked: number;
  readonly link: KeptLink;
}

/** A log of an earlier run, asked again as far as a link needs it, each question once. */
export class VerifiedLog {
  readonly #links: LinkLog["links"];
  readonly #questions: Iterator<Question>;
  readonly #world: LinkWorld;
  #verified = 0;
  /** The place of the first question that is answered otherwise. */
  #broken = Infinity;

  constructor(log: LinkLog, world: LinkWorld) {
    this.#links = log.links;
    this.#questions = log.questions[Symbol.iterator]();
    this.#world = world;
  }

  /** Undefined where it has none, or some question that it rests upon is answered otherwise now. */
  find(name: string): KeptLink | undefined {
    const logged = this.#links.get(name);
    return logged !== undefined && this.#holdsUpTo(logged.asked) ? logged.link : undefined;
  }

  #holdsUpTo(count: number): boolean {
    for (; this.#verified < Math.min(count, this.#broken); this.#verified++) {
      const { value: question, done } = this.#questions.next();
      let holds = false;
      try {
        holds = done !== true && ask(question.kind, question.about, this.#world) === question.answer;
      } finally {
        // Where it cannot be asked, too: it does not come again.
        if (!holds) this.#broken = this.#verified;
      }
    }
    return count <= this.#broken;
  }
}
