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
  const section = sectionOf(readme, name);
  writeFileSync(
    PATH,
    readme.replace(section, () => `\n${text}\n`),
  );
}

export function sectionOf(readme: string, name: string): string {
  const section = new RegExp(`<!-- ${name} -->([^]*?)<!-- /${name} -->`).exec(readme)?.[1];
  if (section === undefined) throw new Error(`README.md has no section ${name}`);
  return section;
}
