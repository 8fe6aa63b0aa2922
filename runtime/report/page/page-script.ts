import { readFileSync } from "node:fs";
import { ownFile } from "../../own/files.ts";

/** What runs in the browser, in the order in which it is put together. */
const FILES = ["rooms.js", "page-main.js"];

/** The compiled modules of the page as one script without imports. */
export function pageScript(): string {
  const texts = FILES.map((file) => readFileSync(ownFile(`runtime/report/page/client/${file}`), "utf8"));
  return texts
    .join("\n")
    .replace(/^import .*;$/gm, "")
    .replace(/^export (?=function|const|class)/gm, "")
    .replace(/^export \{\};$/gm, "")
    .replace(/^\/\/# sourceMappingURL=.*$/gm, "")
    .replaceAll("</script", "<\\/script");
}
