import type * as t from "@babel/types";
import type { ClassHome } from "./class-home.ts";
import type { Doubt } from "./doubts.ts";
import type { Naming } from "./function-names.ts";
import type { Binding, FunctionNode } from "../scopes/scopes.ts";

export type Field = t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty;

export interface FrameHead {
  readonly node: FunctionNode | Field | t.StaticBlock;
  /** Among the functions of the module; undefined for what is no function. */
  readonly index: number | undefined;
  readonly parent: Frame | undefined;
  readonly naming: Naming;
  /** How many of the nodes around stand outside it; of the function around for what is no function. */
  readonly outside: number;
  /** The class that it is a member of. */
  readonly home: ClassHome | undefined;
  readonly isInWith: boolean;
}

/** What an arrow shares with the function around it. */
export interface Implicit {
  readonly receiver: Frame;
  readonly what: "this" | "arguments" | "new.target";
}

/** Code with variables and a `this` of its own: a function, or what a class runs for a field or a static block. */
export class Frame {
  readonly head: FrameHead;
  readonly depth: number;
  /** The name that functions inside have in front of theirs. */
  readonly prefix: string | undefined;
  /** The frame whose `this`, `arguments` and `new.target` it sees; undefined where they are the module's. */
  readonly receiver: Frame | undefined;
  usesThis = false;
  usesArguments = false;
  usesNewTarget = false;
  usesSuper = false;
  /** For generators: what `next` and `throw` are given, and what `return` is given, may change what comes. */
  answersSent = false;
  answersReturn = false;
  hasEval = false;
  hasWith: boolean;
  returnsValue = false;
  /** Variables used inside that belong to code around, but not to the module. In order of first appearance. */
  readonly free = new Set<Binding>();
  readonly doubts = new Set<Doubt>();
  /** Names of functions in blocks of its own code. */
  readonly blockFunctions = new Set<string>();

  readonly #implicits: readonly Implicit[] = [
    { receiver: this, what: "this" },
    { receiver: this, what: "arguments" },
    { receiver: this, what: "new.target" },
  ];

  constructor(head: FrameHead) {
    const { parent, node, naming } = head;
    this.head = head;
    this.depth = (parent?.depth ?? 0) + 1;
    this.prefix = naming.name ?? parent?.prefix;
    this.hasWith = head.isInWith;
    this.receiver = node.type === "ArrowFunctionExpression" ? parent?.receiver : this;
  }

  /** What it uses as an arrow of the function around it. */
  borrowed(): readonly Implicit[] {
    if (this.receiver === undefined || this.receiver === this) return [];
    const used = { "this": this.usesThis, "arguments": this.usesArguments, "new.target": this.usesNewTarget };
    return this.receiver.#implicits.filter(({ what }) => used[what]);
  }

  /** This frame and all around it, from the inside out. */
  chain(): readonly Frame[] {
    return [this, ...(this.head.parent?.chain() ?? [])];
  }

  /** This frame and, while they are arrows, those around it: they share `this`. */
  sharing(): readonly Frame[] {
    const { parent } = this.head;
    return this.receiver === this || parent === undefined ? [this] : [this, ...parent.sharing()];
  }
}
