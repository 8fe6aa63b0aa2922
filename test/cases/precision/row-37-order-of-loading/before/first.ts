import "./a.ts";
import "./b.ts";
import { work } from "./work.ts";
console.log(work(1));
