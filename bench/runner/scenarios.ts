import { readdirSync } from "node:fs";
import type { Scenario } from "./scenario.ts";

const FOLDER = new URL("../scenarios/", import.meta.url);

export interface NamedScenario {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Those whose names begin with one of `starts`; none given: those that targets are about. Throws where a start names none. */
export async function loadScenarios(starts: readonly string[]): Promise<NamedScenario[]> {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -".js".length))
    .sort();
  const unknown = starts.find((start) => !names.some((name) => name.startsWith(start)));
  if (unknown !== undefined) throw new Error(`no scenario begins with ${unknown}; there are ${names.join(", ")}`);
  const loaded: NamedScenario[] = [];
  for (const name of names) {
    if (starts.length > 0 && !starts.some((start) => name.startsWith(start))) continue;
    const { scenario } = (await import(new URL(`${name}.js`, FOLDER).href)) as { scenario: Scenario };
    if (starts.length > 0 || scenario.isDetail !== true) loaded.push({ name, scenario });
  }
  return loaded;
}
