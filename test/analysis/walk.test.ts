import type * as t from "@babel/types";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { childKeys } from "../../loader/analysis/syntax/child-keys.ts";
import { parse } from "../../loader/analysis/syntax/parse.ts";
import { resolveScopes } from "../../loader/analysis/scopes/resolve-scopes.ts";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { walk } from "../../loader/analysis/syntax/walk.ts";

const { types } = createRequire(import.meta.url)("@babel/core") as { types: typeof t };

/** Keys that hold only types; the parameters of a method without a body are types, too. */
const TYPE_KEYS = new Set(
  "typeAnnotation typeParameters typeArguments returnType implements superTypeParameters mixins variance predicate".split(
    " ",
  ),
);

/** Babel's tables leave these out, its parser fills them in. */
const MORE_KEYS: Readonly<Record<string, readonly string[]>> = {
  RestElement: ["decorators"],
  ArrayPattern: ["decorators"],
};

/** Proposals that `parse` does not read. */
const UNREAD =
  /^(BindExpression|DoExpression|ExportDefaultSpecifier|RecordExpression|TupleExpression|ModuleExpression|Pipeline\w+)$/;

test("the table of children agrees with Babel's but for types", () => {
  const typeNodes = new Set<string>([
    ...(types.FLIPPED_ALIAS_KEYS["Flow"] ?? []),
    ...(types.FLIPPED_ALIAS_KEYS["TypeScript"] ?? []),
  ]);
  for (const [type, keys] of Object.entries(types.VISITOR_KEYS)) {
    const ours = childKeys(type);
    if (ours.length === 0 && (typeNodes.has(type) || UNREAD.test(type))) continue;
    const theirs = keys
      .filter((key) => !TYPE_KEYS.has(key) && `${type}.${key}` !== "TSDeclareMethod.params")
      .concat(MORE_KEYS[type] ?? []);
    assert.deepEqual([...ours].sort(), theirs.sort(), type);
  }
});

test("a walk meets what runs, in source order, and leaves out what is erased", () => {
  const text = `
    import type { a } from "a"; interface B { b: 1 } declare const c: 1; function d(e: f): g; namespace h { type i = 1 }
    function k(this: l, m: n = o): p { return q as r }
    @s abstract class t<u> extends v<w> implements x { declare y: 1; abstract z(): 1; @aa declare bb: 1 }`;
  assert.equal(namesOf(text).join(" "), "k this m o q s t v aa bb");
});

test("entering with false leaves out the children, leaving follows the children", () => {
  const steps: string[] = [];
  walk(fileOf("a + b + c(d); e(f)"), {
    enter: (node) => {
      if (node.type === "Identifier") steps.push(node.name);
      return node.type !== "CallExpression" || node.callee.start !== 14;
    },
    leave: (node, parent) => {
      if (node.type === "BinaryExpression") steps.push(`/${node.end} in ${parent?.type}`);
    },
  });
  assert.equal(steps.join(" "), "a b /5 in BinaryExpression c d /12 in ExpressionStatement");
});

test("a chain of operators is walked as far as it is parsed", () => {
  const chain = (terms: number): string => `x = ${Array.from({ length: terms }, (_, i) => `a${i}`).join(" + ")}`;
  const names = namesOf(chain(3_000), "js");
  assert.deepEqual([names.length, names[1], names.at(-1)], [3_001, "a0", "a2999"]);
  resolveScopes(fileOf(chain(3_000), "js"));
  assert.deepEqual(parse(chain(200_000), "js"), {
    ok: false,
    message: "Nested too deep to be parsed",
    line: 1,
    column: 1,
  });
});

function fileOf(text: string, syntax: Syntax = "ts"): t.File {
  const parsed = parse(text, syntax);
  if (!parsed.ok) throw new Error(`${parsed.message} in ${text}`);
  return parsed.ast;
}

function namesOf(text: string, syntax: Syntax = "ts"): readonly string[] {
  const names: string[] = [];
  walk(fileOf(text, syntax), { enter: (node) => void (node.type === "Identifier" && names.push(node.name)) });
  return names;
}
