import { open } from "./rows.js";

// @astrocache
function* evens(limit) {
  console.error("ran evens");
  for (let i = 0; i < limit; i += 2) yield i;
  return "end";
}
// @astrocache
async function* pages(count) {
  console.error("ran pages");
  for (let i = 0; i < count; i++) {
    await null;
    yield { page: i };
  }
}
class Tree {
  constructor(value, ...children) {
    this.value = value;
    this.children = children;
  }
  // @astrocache
  *walk() {
    if (this.value === "root") console.error("ran walk");
    yield this.value;
    for (const child of this.children) yield* child.walk();
  }
}
// @astrocache
function* shared() {
  console.error("ran shared");
  const one = { n: 1 };
  yield one;
  yield { one };
}
// @astrocache
function* echo() {
  console.error("ran echo");
  let got = 0;
  for (let i = 0; i < 3; i++) got = yield [i, got];
  return got;
}
// @astrocache
function* closing() {
  console.error("ran closing");
  try {
    yield 1;
    yield 2;
  } finally {
    yield "closed";
  }
}
// @astrocache
function* catching() {
  console.error("ran catching");
  try {
    yield 1;
  } catch (error) {
    yield error.message;
  }
}
// @astrocache
function* failing() {
  console.error("ran failing");
  yield 1;
  throw new Error("late");
}
// @astrocache
function* growing() {
  console.error("ran growing");
  const list = [];
  for (let i = 0; i < 3; i++) {
    list.push(i);
    yield list;
  }
}
// @astrocache
function* without(list) {
  console.error("ran without");
  for (const each of list) yield each;
}

const it = evens(5);
console.log(it.next(), it.next(), it.next(), it.next(), it.next(), it instanceof evens, String(it));
console.log([...evens(5)].join(), evens(0).next());
for await (const page of pages(2)) console.log(page);
console.log([...new Tree("root", new Tree("a", new Tree("b")), new Tree("c")).walk()].join());
const [one, two] = [...shared()];
console.log(one === two.one);

console.log([...echo()]);
const asked = echo();
console.log(asked.next("dropped"), asked.next("x"), asked.next("y"), asked.next("z"), asked.next());

console.log([...closing()]);
const closed = closing();
console.log(closed.next(), closed.return("early"), closed.next(), closed.next());

console.log([...catching()]);
const caught = catching();
console.log(caught.next(), caught.throw(new Error("thrown")), caught.next());
const thrown = evens(9);
thrown.next();
try {
  thrown.throw(new Error("into"));
} catch (error) {
  console.log(error.message, thrown.next());
}

for (const value of evens(100)) if (value > 2) break;
try {
  for (const value of failing()) console.log(value);
} catch (error) {
  console.log(error.message);
}
console.log([...growing()].map((list) => list.length));
const grown = [1, 2];
for (const each of without(grown)) if (each < 3) grown.push(each + 2);
console.log(grown.join(), open(3));
const stream = pages(3);
console.log(await Promise.all([stream.next(), stream.next(), stream.return("r"), stream.next()]));
