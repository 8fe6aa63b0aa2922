import { work } from "./work.ts";
import "./b.ts";
import "./a.ts";
console.log(work(1));
