import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Edits, Replacement } from "./case-file.ts";

/** The source files of a project, by their path with slashes. They are edited here and then written out. */
export type Files = ReadonlyMap<string, string>;

export function readFiles(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).toSorted();
  return new Map(files.map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name), "utf8")]));
}

/** `caseFolder`: where `edit` folders are. */
export function edited(files: Files, edits: Edits, caseFolder: string): Files {
  const result = new Map(files);
  if (edits.edit !== undefined)
    for (const [name, text] of readFiles(join(caseFolder, edits.edit))) result.set(name, text);
  for (const [from, to] of Object.entries(edits.rename ?? {})) {
    result.set(to, textOf(result, from));
    result.delete(from);
  }
  for (const name of edits.delete ?? []) assert.ok(result.delete(name), `${name} is not there to delete`);
  for (const replacement of edits.replace ?? []) result.set(replacement.file, replaced(result, replacement));
  return result;
}

/** Makes the folder hold exactly these files. Files that are right already are not touched. */
export function writeFiles(folder: string, files: Files, links: Readonly<Record<string, string>>): void {
  if (existsSync(folder)) removeOthers(folder, files, Object.keys(links));
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const [place, target] of Object.entries(links)) link(join(folder, place), join(folder, target));
}

function removeOthers(folder: string, files: Files, links: readonly string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    const linked = links.some((place) => name === place || name.startsWith(`${place}/`));
    if (entry.isFile() && !linked && !files.has(name)) rmSync(path);
  }
}

function link(place: string, target: string): void {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(relative(dirname(place), target), place, "junction");
}

function replaced(files: Files, { file, find, with: replacement }: Replacement): string {
  const pieces = textOf(files, file).split(find);
  assert.equal(pieces.length, 2, `${JSON.stringify(find)} must occur once in ${file}`);
  return pieces.join(replacement);
}

function textOf(files: Files, name: string): string {
  const text = files.get(name);
  assert.ok(text !== undefined, `${name} is not in the project`);
  return text;
}
