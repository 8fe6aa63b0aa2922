import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PATH = join(dirname(fileURLToPath(import.meta.url)), "../../../README.md");

export function readReadme(): string {
  return readFileSync(PATH, "utf8");
}

/** Puts the generated text between the marks `<!-- NAME -->` and `<!-- /NAME -->`. Throws where they are missing. */
export function writeSection(name: string, text: string): void {
  const readme = readReadme();
  const { start, end } = placeOf(readme, name);
  writeFileSync(PATH, `${readme.slice(0, start)}\n\n${text}\n\n${readme.slice(end)}`);
}

export function sectionOf(readme: string, name: string): string {
  const { start, end } = placeOf(readme, name);
  return readme.slice(start, end);
}

function placeOf(readme: string, name: string): { start: number; end: number } {
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [readme.indexOf(opening), readme.indexOf(closing)];
  if (start < 0 || end < start) throw new Error(`README.md has no section ${name}`);
  return { start: start + opening.length, end };
}
