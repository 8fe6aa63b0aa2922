import type { BodySpan, FunctionFacts } from "../analysis/functions/function-facts.ts";
import type { HelperNames } from "./helper-names.ts";

/** What is written around a span of text, which itself stays as it is. */
export interface Wrapping {
  readonly open: string;
  readonly close: string;
}

/** A function whose body can move into an arrow function, where `this`, `super`, `arguments` and `new.target` mean the same. */
export type MovableFunction = FunctionFacts & { readonly body: BodySpan };

export function isMovable(fn: FunctionFacts): fn is MovableFunction {
  return fn.body !== undefined && fn.form !== "constructor";
}

/**
 * `{ BODY }` becomes `{return $ac(3,[a,b],()=>{ BODY },this,()=>[captured],new.target)()}`, and an arrow's `x => expr`
 * becomes `x =>$ac(3,[x],()=> expr)()`. What `$ac` returns is called by the function itself: where that is the body, there is a
 * frame less on the stack, and recursion reaches half as deep again.
 *
 * A generator delegates to the call: `{return yield* $ac(3,[a,b],()=>function*(){ BODY }.call(this),this)()}`.
 *
 * An async function awaits the call: it settles one tick earlier than one that returns the promise, and errors keep their
 * async stack.
 */
export function wrapBody(fn: MovableFunction, text: string, helpers: HelperNames): Wrapping {
  const { isExpression } = fn.body;
  const moved = movedBody(fn);
  const wait = fn.isGenerator ? "yield* " : fn.isAsync ? "await " : "";
  const call = `${wait}${helpers.call}(${fn.index},[${parameterValues(fn)}],${moved.open}`;
  const end = `${moved.close}${furtherArguments(fn)})()`;
  if (isExpression) return { open: call, close: end };
  return { open: `${separator(fn.body, text)}return ${call}{`, close: `}${end}` };
}

/** A directive may end without a semicolon, by a line break that the insertion would stand before. */
function separator(body: BodySpan, text: string): string {
  return text[body.start - 1] === "{" ? "" : ";";
}

/**
 * A variable of the body that is also a parameter starts with the parameter's value, and shares it where the parameters
 * are plain names. In an arrow of its own it would start as undefined, so the arrow gets a parameter of that name.
 */
function movedBody(fn: MovableFunction): Wrapping {
  const kind = fn.isAsync ? "async" : "";
  if (fn.isGenerator) return movedGenerator(fn);
  if (fn.clashes.length === 0) return { open: `${kind}()=>`, close: "" };
  const names = fn.clashes.join();
  return { open: `()=>(${kind}(${names})=>`, close: `)(${names})` };
}

/** There is no arrow that yields: `this` is passed on. */
function movedGenerator({ isAsync, usesThis, clashes }: MovableFunction): Wrapping {
  const open = `()=>${isAsync ? "async " : ""}function*(${clashes.join()})`;
  return { open, close: usesThis ? `.call(${["this", ...clashes].join()})` : `(${clashes.join()})` };
}

function parameterValues(fn: FunctionFacts): string {
  return [...fn.parameters, ...(fn.usesArguments ? ["[...arguments]"] : [])].join();
}

/** The optional arguments of a call site, up to the last one that is needed. */
function furtherArguments(fn: FunctionFacts): string {
  const values = [
    fn.usesThis ? "this" : undefined,
    thunk([...fn.captures, ...privateValues(fn)]),
    passesNewTarget(fn) ? "new.target" : undefined,
  ];
  while (values.length > 0 && values.at(-1) === undefined) values.pop();
  return values.map((value) => `,${value ?? "void 0"}`).join("");
}

/** Read when the runtime asks for them, which may throw: a variable may not be initialized yet. */
export function thunk(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : `()=>[${values.join()}]`;
}

/** Each in its place even where `this` is another object, which has no such field. */
export function privateValues(fn: FunctionFacts): readonly string[] {
  if (!fn.usesThis) return [];
  return fn.privateFields.map((field) => `${field} in this?this.${field}:void 0`);
}

/** Methods cannot be constructed; an arrow has the `new.target` of the function around it. */
function passesNewTarget(fn: FunctionFacts): boolean {
  const isConstructible = (fn.form === "declaration" || fn.form === "expression") && !fn.isAsync && !fn.isGenerator;
  return fn.usesNewTarget || (isConstructible && fn.usesThis);
}
