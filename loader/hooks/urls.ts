import { fileURLToPath, pathToFileURL } from "node:url";
import { isTrackedUrl } from "./listener.ts";

/** Where astrocache's own modules are: its code is not the program's, wherever it is installed or linked. */
const OWN_FOLDERS = ["loader/", "runtime/", "cli/"].map((folder) => new URL(`../../${folder}`, import.meta.url).href);

/** Tracked source that is not astrocache's own. */
export function isProgramUrl(url: string): boolean {
  return isTrackedUrl(url) && !OWN_FOLDERS.some((folder) => url.startsWith(folder));
}

/** What only tsx can run: Node strips types, but knows no JSX, and types only from 22.18 on. */
export function isTypeScriptUrl(url: string): boolean {
  return /\.(?:[cm]?ts|[tj]sx)(?:$|[?#])/.test(url);
}

/** The path of a CommonJS module is what identifies it; tsx appends queries to it, as they stand in the request. */
export function pathOfFilename(filename: string): string {
  const query = filename.indexOf("?");
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
