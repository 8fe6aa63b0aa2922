import { described, named, withProperties } from "../named.ts";

/** Errors made in two places have two stacks; these have one. */
const stack = "Error: text\n    at somewhere";
function plain<T extends Error>(error: T): T {
  error.stack = stack;
  return error;
}

/** Options that the types of Node 20 do not know. */
const causing = { name: "Odd", cause: 1 } as unknown as string;

export const errors = named([
  ["Error", () => plain(new Error("text"))],
  ["Error with another message", () => plain(new Error("other"))],
  ["Error without a message", () => plain(new Error())],
  ["Error with an empty message", () => plain(new Error(""))],
  ["Error with another stack", () => withProperties(new Error("text"), { stack: "other" })],
  ["Error with its own stack", () => new Error("text")],
  ["Error without a stack", () => withoutStack()],
  [
    "Error whose stack is enumerable",
    () =>
      Object.defineProperty(new Error("text"), "stack", {
        value: "s",
        enumerable: true,
        writable: true,
        configurable: true,
      }),
  ],
  ["Error whose stack is no text", () => withProperties(new Error("text"), { stack: 5 })],
  ...[EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(
    (constructor) => [constructor.name, () => plain(new constructor("text"))] as const,
  ),
  ["AggregateError", () => plain(new AggregateError([plain(new Error("one")), 2], "text"))],
  ["Error with a cause", () => plain(new Error("text", { cause: { a: 1 } }))],
  ["Error with the cause undefined", () => plain(new Error("text", { cause: undefined }))],
  ["Error with an Error as cause", () => plain(new Error("text", { cause: plain(new TypeError("inner")) }))],
  ["Error that is its own cause", () => ownCause()],
  ["Error with a code", () => withProperties(plain(new Error("text")), { code: "ENOENT", errno: -2 })],
  ["Error with a name", () => withProperties(plain(new Error("text")), { name: "MyError" })],
  [
    "Error whose message is enumerable",
    () => Object.defineProperty(plain(new Error("text")), "message", { enumerable: true }),
  ],
  ["frozen Error", () => Object.freeze(plain(new Error("text")))],
  [
    "Error with the prototype of objects",
    () => Object.setPrototypeOf(plain(new Error("text")), Object.prototype) as object,
  ],
  ["object that inherits from Error", () => described({ message: { value: "text" } }, Error.prototype)],
  ["Error with a getter", () => Object.defineProperty(plain(new Error("text")), "info", { get: ran }), "both"],
  ["Error with a function", () => withProperties(plain(new Error("text")), { retry: () => 1 }), "both"],
  ["DOMException", () => plain(new DOMException("text", "AbortError"))],
  ["DOMException of another name", () => plain(new DOMException("text", "DataCloneError"))],
  ["DOMException with a cause", () => plain(new DOMException("text", causing))],
]);

function withoutStack(): Error {
  const error = new Error("text");
  delete error.stack;
  return error;
}

function ownCause(): Error {
  const error = plain(new Error("text"));
  error.cause = error;
  return error;
}

function ran(): never {
  throw new Error("a getter ran");
}
