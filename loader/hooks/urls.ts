import { fileURLToPath, pathToFileURL } from "node:url";
import { ownFolders } from "../../runtime/own/files.ts";
import { isTrackedUrl } from "./listener.ts";
import { isTsxCommonJsActive } from "./tsx.ts";

/** Where astrocache's own modules are: its code is not the program's, wherever it is installed or linked. */
const OWN_FOLDERS = ownFolders(["loader", "runtime", "cli"]);

/** Tracked source that is not astrocache's own. */
export function isProgramUrl(url: string): boolean {
  return isTrackedUrl(url) && !OWN_FOLDERS.some((folder) => url.startsWith(folder));
}

/** What only tsx can run: Node strips types, but knows no JSX, and types only from 22.18 on. */
export function isTypeScriptUrl(url: string): boolean {
  return /\.(?:[cm]?ts|[tj]sx)(?:$|[?#])/.test(url);
}

/** What Node or tsx runs as JavaScript by itself; a loader for anything else makes text that nobody wrote. */
export function isSourceUrl(url: string): boolean {
  return /(?:\.(?:[cm]?[jt]s|[jt]sx)|\/[^./?#]+)(?:$|[?#])/.test(url);
}

/** The path of a CommonJS module is what identifies it. tsx, and nobody else, puts the query of the request behind it. */
export function pathOfFilename(filename: string): string {
  const query = isTsxCommonJsActive() ? filename.indexOf("?") : -1;
  return query === -1 ? filename : filename.slice(0, query);
}

export function urlOfFilename(filename: string): string {
  const path = pathOfFilename(filename);
  return pathToFileURL(path).href + filename.slice(path.length);
}

/** Undefined for what is not a file. */
export function pathOfUrl(url: string): string | undefined {
  return url.startsWith("file:") ? fileURLToPath(url) : undefined;
}

/** The URL without what tsx adds for itself to tell CommonJS modules apart: parameters, and the query as a part of the path. */
export function urlWithoutMarks(url: string): string {
  if (!url.startsWith("file:") || !url.includes("tsx-commonjs-")) return url;
  const { hash, searchParams, pathname } = new URL(url);
  const isVirtual = searchParams.has("tsx-commonjs-virtual-query");
  const rest = [...searchParams]
    .filter(([name]) => !name.startsWith("tsx-commonjs-"))
    .map(([name, value]) => `${name}=${value}`);
  const [path = "", inPath = ""] = isVirtual ? pathname.split(/%3f(?=[^/]*$)/i) : [pathname];
  const query = isVirtual ? inPath : rest.join("&");
  return `file://${path}${query === "" ? "" : `?${query}`}${hash}`;
}
