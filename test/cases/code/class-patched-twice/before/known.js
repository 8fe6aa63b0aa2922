import { Assigned, Defined, Hooked } from "./classes.js";
import "./hook.js";

Object.assign(Assigned.prototype, { a: () => "assigned 1", b() { return " twice 1"; } });
Object.defineProperty(Defined.prototype, "a", { value: () => "defined 1" });
Hooked.prototype.a = () => "hooked 1";

export { Assigned, Defined, Hooked };
