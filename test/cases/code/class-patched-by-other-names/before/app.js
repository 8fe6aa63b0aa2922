import { patched } from "./patch.js";
import { Far } from "./far.js";
import { Alias, First, Inner, Listed, Mixed, Old, Second, Third } from "./shapes.js";

// @astrocache
const alias = () => new Alias().m();
// @astrocache
const inner = () => new Inner().m();
// @astrocache
const each = () => new First().m() + new Second().m();
// @astrocache
const loop = () => new Third().m();
// @astrocache
const listed = () => new Listed().m();
// @astrocache
const old = () => new Old().m();
// @astrocache
const mixed = () => new Mixed().m();
// @astrocache
const far = () => new Far().m();

console.log(patched, [alias, inner, each, loop, listed, old, mixed, far].map((target) => target()).join(", "));
