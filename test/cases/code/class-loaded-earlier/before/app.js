import { Shape } from "./shape.js";

const { area } = await import("./late.js");
console.log(area());
const [Same] = [Shape];
Same.prototype.area = () => "patched";
console.log(area());
