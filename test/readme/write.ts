/** Writes the generated sections of the README: `npm run readme`. */
import { reasonsTable } from "./reasons-table.ts";
import { writeSection } from "./readme.ts";

writeSection("reasons", reasonsTable());
