import { writeFileSync } from "node:fs";
import { value } from "./lib.js";

if (value() > 5) throw new Error("no");
writeFileSync("lib.js", "export const value = () => 2;\n");
const { f } = await import("./target.js");
console.log(f());
