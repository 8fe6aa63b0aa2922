import { Hooked } from "./classes.js";

for (const each of [Hooked]) each.prototype.b = () => "in a loop 1";
