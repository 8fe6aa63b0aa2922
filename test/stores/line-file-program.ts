/** Writes lines and reads them back, beside others that do the same: `node line-file-program.js PATH NAME COUNT BOUND`. Ends with 1 where a value was wrong. */
import { openLineFile } from "../../runtime/stores/lines/line-file.ts";
import { valueFor } from "./line-values.ts";

const [path = "", name = "", count = "0", bound = "0"] = process.argv.slice(2);
const file = openLineFile(path, (message) => process.stderr.write(`${message}\n`), {
  leastBound: Number(bound),
});
for (let index = 0; index < Number(count); index++) {
  file.set(`${name}.${index}`, valueFor(`${name}.${index}`));
  if (index % 20 === 0) file.refresh();
  for (const other of ["a", "b", "c"]) {
    const key = `${other}.${index}`;
    const value = file.get(key);
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(valueFor(key))) process.exitCode = 1;
  }
}
