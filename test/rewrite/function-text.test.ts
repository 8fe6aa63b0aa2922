import assert from "node:assert/strict";
import { test } from "node:test";
import type { FunctionFacts } from "../../loader/analysis/functions/function-facts.ts";
import { rewrite } from "../../loader/rewrite/rewrite.ts";
import { factsOf } from "./facts-of.ts";
import { textWithFacts } from "./facts.ts";

interface Case {
  readonly what: string;
  readonly text: string;
  readonly facts?: readonly Partial<FunctionFacts>[];
  readonly code: string;
}

const cases: readonly Case[] = [
  {
    what: "a declaration",
    text: "function price(item, rate = 1) {‹ return item * rate ›}",
    facts: [{ index: 3, parameters: ["item", "rate"] }],
    code: "function price(item, rate = 1) {return $ac(3,[item,rate],()=>{ return item * rate })()}",
  },
  { what: "an empty body", text: "function f() {‹›}", code: "function f() {return $ac(0,[],()=>{})()}" },
  {
    what: "an arrow with an expression",
    text: "const f = x => /* why */ ‹(x, 1)›, y",
    facts: [{ form: "arrow", parameters: ["x"] }],
    code: "const f = x => /* why */ $ac(0,[x],()=>(x, 1))(), y",
  },
  {
    what: "an arrow with a block",
    text: "const f = x => {‹ return x ›}",
    facts: [{ form: "arrow", parameters: ["x"] }],
    code: "const f = x => {return $ac(0,[x],()=>{ return x })()}",
  },
  {
    what: "arrows that end together",
    text: "x => ‹y => ‹z => ‹x + y + z›››",
    facts: [
      { form: "arrow", parameters: ["x"] },
      { form: "arrow", parameters: ["y"], captures: ["x"] },
      { form: "arrow", parameters: ["z"], captures: ["x", "y"] },
    ],
    code: "x => $ac(0,[x],()=>y => $ac(1,[y],()=>z => $ac(2,[z],()=>x + y + z,void 0,()=>[x,y])(),void 0,()=>[x])())()",
  },
  {
    what: "async functions",
    text: "async function f(a) {‹ await a ›}; async x => ‹await x›",
    facts: [
      { isAsync: true, parameters: ["a"] },
      { isAsync: true, form: "arrow", parameters: ["x"] },
    ],
    code: "async function f(a) {return await $ac(0,[a],async()=>{ await a })()}; async x => await $ac(1,[x],async()=>await x)()",
  },
  {
    what: "a directive with a semicolon",
    text: "function f() { 'use strict';‹ return 1 ›}",
    code: "function f() { 'use strict';;return $ac(0,[],()=>{ return 1 })()}",
  },
  {
    what: "a directive that a line break ends",
    text: "function f() { 'use strict'‹\n return 1 ›}",
    code: "function f() { 'use strict';return $ac(0,[],()=>{\n return 1 })()}",
  },
  {
    what: "a method that uses this and private fields",
    text: "class A { #a; #b; m(x) {‹ return this.#a + x ›} }",
    facts: [{ form: "class-method", parameters: ["x"], usesThis: true, privateFields: ["#a", "#b"] }],
    code: "class A { #a; #b; m(x) {return $ac(0,[x],()=>{ return this.#a + x },this,()=>[#a in this?this.#a:void 0,#b in this?this.#b:void 0])()} }",
  },
  {
    what: "a method that does not use this: its fields do not matter",
    text: "class A { #a; m(x) {‹ return x ›} }",
    facts: [{ form: "class-method", parameters: ["x"], privateFields: ["#a"] }],
    code: "class A { #a; m(x) {return $ac(0,[x],()=>{ return x })()} }",
  },
  {
    what: "a function that can be constructed and uses this",
    text: "function F() {‹ this.a = 1 ›}",
    facts: [{ usesThis: true }],
    code: "function F() {return $ac(0,[],()=>{ this.a = 1 },this,void 0,new.target)()}",
  },
  {
    what: "new.target alone",
    text: "function F() {‹ return new.target ›}",
    facts: [{ usesNewTarget: true }],
    code: "function F() {return $ac(0,[],()=>{ return new.target },void 0,void 0,new.target)()}",
  },
  {
    what: "an async function cannot be constructed",
    text: "async function f() {‹ return this ›}",
    facts: [{ isAsync: true, usesThis: true }],
    code: "async function f() {return await $ac(0,[],async()=>{ return this },this)()}",
  },
  {
    what: "arguments",
    text: "function f(a) {‹ return arguments.length ›}",
    facts: [{ parameters: ["a"], usesArguments: true }],
    code: "function f(a) {return $ac(0,[a,[...arguments]],()=>{ return arguments.length })()}",
  },
  {
    what: "a variable that is a parameter too",
    text: "function f(a, b) {‹ var a; return a ›}",
    facts: [{ parameters: ["a", "b"], clashes: ["a"] }],
    code: "function f(a, b) {return $ac(0,[a,b],()=>((a)=>{ var a; return a })(a))()}",
  },
  {
    what: "the same in an async function: as many ticks as without",
    text: "async function f(a) {‹ var a; return a ›}",
    facts: [{ isAsync: true, parameters: ["a"], clashes: ["a"] }],
    code: "async function f(a) {return await $ac(0,[a],()=>(async(a)=>{ var a; return a })(a))()}",
  },
  {
    what: "what cannot move stays",
    text: "class A { constructor() {‹›} } declare function d(): void",
    facts: [{ form: "constructor" }],
    code: "class A { constructor() {} } declare function d(): void",
  },
  {
    what: "generators",
    text: "function *g(a) {‹ yield a ›} async function *h(a) {‹ yield a ›} ({ *m(a) {‹ var a; yield this ›} })",
    facts: [
      { isGenerator: true, parameters: ["a"] },
      { isGenerator: true, isAsync: true, parameters: ["a"], clashes: ["a"] },
      { isGenerator: true, form: "object-method", parameters: ["a"], clashes: ["a"], usesThis: true },
    ],
    code:
      "function *g(a) {return yield* $ac(0,[a],()=>function*(){ yield a }())()} " +
      "async function *h(a) {return yield* $ac(1,[a],()=>async function*(a){ yield a }(a))()} " +
      "({ *m(a) {return yield* $ac(2,[a],()=>function*(a){ var a; yield this }.call(this,a),this)()} })",
  },
  {
    what: "a setter",
    text: "({ set x(v) {‹ this.y = v ›} })",
    facts: [{ form: "setter", parameters: ["v"], usesThis: true }],
    code: "({ set x(v) {return $ac(0,[v],()=>{ this.y = v },this)()} })",
  },
  {
    what: "lines stay, with their kind of break",
    text: "function f() {‹\r\n  return 1 // one\r\n›}\r\n",
    code: "function f() {return $ac(0,[],()=>{\r\n  return 1 // one\r\n})()}\r\n",
  },
  {
    what: "a text that has the helper's name",
    text: "const $ac = 1; function f() {‹ return $ac ›}",
    code: "const $ac = 1; function f() {return $ac1_(0,[],()=>{ return $ac })()}",
  },
  {
    what: "a text that has the second name too",
    text: "const $ac1_ = 1; function f() {‹ return 1 ›}",
    code: "const $ac1_ = 1; function f() {return $ac2_(0,[],()=>{ return 1 })()}",
  },
];

for (const { what, text: marked, facts = [], code } of cases) {
  test(`moves the body: ${what}`, () => {
    const input = textWithFacts(marked, ...facts);
    const rewritten = rewrite(input);
    assert.equal(rewritten.code, code);
    assert.equal(rewritten.code.split("\n").length, input.text.split("\n").length);
  });
}

test("marks functions that are arguments, their bodies may move too", () => {
  const { text, functions } = textWithFacts(
    "foo(«x => ‹x * r›», «function () {}», «() => ‹this.#p›»)",
    { form: "arrow", captures: ["r"] },
    { form: "arrow", parameters: ["x"], captures: ["r"], index: 0 },
    { form: "expression", usesThis: true, index: 5 },
    { form: "arrow", usesThis: true, usesArguments: true, privateFields: ["#p"], index: 6 },
    { form: "arrow", index: 6 },
  );
  const marks = functions.filter(({ body }) => body === undefined);
  const moved = functions.filter(({ body }) => body !== undefined);
  assert.equal(
    rewrite({ text, functions: moved, marks }).code,
    "foo($acm(0,x => $ac(0,[x],()=>x * r,void 0,()=>[r])(),()=>[r]), $acm(5,function () {}), " +
      "$acm(6,() => $ac(6,[],()=>this.#p)(),()=>[#p in this?this.#p:void 0,this,[...arguments]]))",
  );
});

/** What a text becomes where nothing in it is a target. */
const RETURNED: readonly [string, string, string][] = [
  ["an arrow", "const f=n=>()=>n", "const f=n=>$acm(1,()=>n,()=>[n],null)"],
  [
    "a function by its name",
    "function f(){function g(){}return g}",
    "function f(){function g(){}return $acm(1,g,()=>[],null)}",
  ],
  ["a literal behind a word", "function f(n){return{a:()=>n}}", 'function f(n){return $acm(1,{a:()=>n},()=>[n],"a")}'],
  [
    "several members",
    "const f=n=>({a:()=>n,b(){return n}})",
    'const f=n=>($acm(1,$acm(2,{a:()=>n,b(){return n}},()=>[n],"b"),()=>[n],"a"))',
  ],
  ["curried", "const f=a=>b=>()=>a+b", "const f=a=>$acm(1,b=>$acm(2,()=>a+b,()=>[a,b],null),()=>[a],null)"],
];

for (const [what, text, expected] of RETURNED)
  test(`marks functions that are given back: ${what}`, () => {
    const facts = factsOf(text, "a.js", "module");
    assert.ok(facts);
    const returned = facts.returned.flatMap((place) => {
      const fn = facts.functions[place.index];
      return fn === undefined ? [] : [{ fn, place }];
    });
    assert.equal(rewrite({ text, functions: [], returned }).code, expected);
  });
