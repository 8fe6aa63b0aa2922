import { table } from "./table.js";
table.set("a", 3);
