import { Other, Plain, Same, done } from "./patch.js";
import { Assigned, Defined, Hooked } from "./known.js";

// @astrocache
const other = () => new Other().b();
// @astrocache
const same = () => new Same().a();
// @astrocache
const plain = () => new Plain().a();
// @astrocache
const assigned = () => new Assigned().a() + new Assigned().b();
// @astrocache
const defined = () => new Defined().a();
// @astrocache
const hooked = () => new Hooked().b();

console.log(done, [other, same, plain, assigned, defined, hooked].map((target) => target()).join(", "));
