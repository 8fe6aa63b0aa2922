import { price as a } from "./a.js";
import { price as b } from "./b.js";

console.log(a(3), b(3));
