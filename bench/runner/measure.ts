import type { Samples } from "./judge.ts";
import type { Row } from "./scenario.ts";

/** Has the contestants of a row take turns, each round in another order. */
export async function measureRow({ contestants }: Row, rounds: number): Promise<Samples> {
  const samples = new Map(contestants.map(({ name }): [string, number[]] => [name, []]));
  for (const { sample } of contestants) await sample();
  for (let round = 0; round < rounds; round++) {
    const first = round % contestants.length;
    for (const { name, sample } of [...contestants.slice(first), ...contestants.slice(0, first)])
      samples.get(name)?.push(await sample());
  }
  return Object.fromEntries(samples);
}
