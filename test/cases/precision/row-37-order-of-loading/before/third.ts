import { b } from "./b.ts";
const { work } = await import("./work.ts");
if (b(1) > 0) console.log(work(1));
