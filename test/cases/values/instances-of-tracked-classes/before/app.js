import { Bag, Failure, Labelled, Named, Point } from "./shapes.js";
import { Twin } from "./twin.js";
import { Twin as OtherTwin } from "./other-twin.js";

// @astrocache
function points(count) {
  console.error("ran points");
  const shared = new Point(1, 1);
  return { list: Array.from({ length: count }, (_, i) => new Point(i, i * 2)), shared, again: shared, named: new Named(3, 4) };
}
// @astrocache
async function failure() {
  console.error("ran failure");
  return Object.freeze(new Failure("no", new Point(0, 0)));
}
// @astrocache
function bag() {
  console.error("ran bag");
  return new Bag([["a", 1], ["b", 2]]);
}
// @astrocache
function twins() {
  console.error("ran twins");
  return [new Twin(), new OtherTwin()];
}
// @astrocache
function branded() {
  console.error("ran branded");
  return new Labelled(1, 2);
}
// @astrocache
function local() {
  console.error("ran local");
  class Local {}
  return new Local();
}

const { list, shared, again, named } = points(3);
console.log(list.every((point) => point instanceof Point && Object.keys(point).join() === "x,y"), list[2].length);
console.log(shared === again, named instanceof Named, named.length, JSON.stringify(named));
const failed = await failure();
console.log(failed instanceof Failure, Object.isFrozen(failed), failed.at instanceof Point, failed.stack.split("\n")[0]);
console.log(bag() instanceof Bag, bag().total());
const [one, other] = twins();
console.log(one instanceof Twin, one instanceof OtherTwin, other instanceof OtherTwin, other instanceof Twin);
console.log(branded().ask(), local().constructor.name);
