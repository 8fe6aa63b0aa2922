/**
 * What 3,201 films tell: which budgets pay, which titles are nearly the same, which genres speak alike.
 * `node --import astrocache/register examples/films/main.ts [movies.json]`
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bootstrap } from "./bootstrap.ts";
import { KMeans } from "./cluster.ts";
import type { Film } from "./film.ts";
import { parseFilms } from "./parse.ts";
import { bestRidge } from "./regress.ts";
import { similarTitles } from "./similar.ts";
import { mean, median, standardize } from "./statistics.ts";
import { vocabularyDistance } from "./vocabulary.ts";

const films = parseFilms(readFileSync(process.argv[2] ?? installedData(), "utf8"));
const released = films.map((film) => film.released.getTime()).toSorted((a, b) => a - b);
console.log(`${films.length} films, ${dayOf(released[0])} to ${dayOf(released.at(-1))}`);

printTitles(films);
printGenres(films);
printClusters(films);
printPrediction(films);
await printVocabularies(films);

function installedData(): string {
  return join(createRequire(import.meta.url).resolve("vega-datasets"), "../../data/movies.json");
}

function dayOf(time: number | undefined): string {
  return new Date(time ?? 0).toISOString().slice(0, 10);
}

function printTitles(all: readonly Film[]): void {
  console.log("\nTitles that are nearly the same");
  for (const { first, second, similarity } of similarTitles(
    all.map((film) => film.title),
    8,
  )) {
    console.log(`  ${similarity.toFixed(3)}  ${first} / ${second}`);
  }
}

function printGenres(all: readonly Film[]): void {
  console.log("\nWhat a dollar brings, by genre (median, and how sure it is)");
  const sureness = bootstrap(median, { rounds: 4000 });
  for (const [genre, members] of byGenre(all)) {
    const ratios = members.flatMap(({ budget, gross }) =>
      budget === undefined || gross === undefined ? [] : gross / budget,
    );
    if (ratios.length < 30) continue;
    const { low, high } = sureness(ratios);
    console.log(`  ${genre.padEnd(20)} ${median(ratios).toFixed(2)}  (${low.toFixed(2)} to ${high.toFixed(2)})`);
  }
}

function printClusters(all: readonly Film[]): void {
  console.log("\nKinds of films, by money, length, rating and fame");
  const known = knownFeatures(all);
  const { labels, inertia } = new KMeans(6, { starts: 40, seed: 7 }).fit(standardize(known));
  const groups = [0, 1, 2, 3, 4, 5].map((label) => known.filter((_, i) => labels[i] === label));
  for (const group of groups.toSorted((a, b) => b.length - a.length)) {
    const column = (i: number): number => mean(group.map((features) => features[i] ?? 0));
    const money = `${Math.round(Math.exp(column(0)))} → ${Math.round(Math.exp(column(1)))} M$`;
    console.log(
      `  ${String(group.length).padStart(4)} films  ${money.padEnd(16)} rated ${column(2).toFixed(1)}, from ${column(4).toFixed(0)}`,
    );
  }
  console.log(`  inertia ${inertia.toFixed(3)}`);
}

function printPrediction(all: readonly Film[]): void {
  const samples = knownFeatures(all).map(([budget = 0, gross = 0, ...rest]) => {
    return { inputs: [budget, budget ** 2, ...rest], output: gross };
  });
  const { penalty, weights, error } = bestRidge(samples, [0.01, 0.1, 1, 10, 100], 12);
  console.log(
    `\nGross from the rest: penalty ${penalty}, error ${error.toFixed(4)}, weights ${weights.map((w) => w.toFixed(4)).join(" ")}`,
  );
}

async function printVocabularies(all: readonly Film[]): Promise<void> {
  const genres = [...byGenre(all)].filter(([, members]) => members.length >= 30);
  const pairs = genres.flatMap(([a, some], i) => genres.slice(0, i).map(([b, others]) => ({ a, b, some, others })));
  const distances = await Promise.all(
    pairs.map(async ({ a, b, some, others }) => {
      const titles = (members: readonly Film[]): string[] => members.map((film) => film.title);
      return { a, b, distance: await vocabularyDistance(titles(some), titles(others)) };
    }),
  );
  console.log("\nGenres whose titles share the most words");
  for (const { a, b, distance } of distances.toSorted((x, y) => x.distance - y.distance).slice(0, 4)) {
    console.log(`  ${distance.toFixed(3)}  ${a} / ${b}`);
  }
}

function knownFeatures(all: readonly Film[]): number[][] {
  return all.map(featuresOf).filter((features) => features !== undefined);
}

/** Log of budget, log of gross, rating, log of votes, year. */
function featuresOf({ budget, gross, rating, votes, year }: Film): number[] | undefined {
  if (budget === undefined || gross === undefined || rating === undefined || votes === undefined) return undefined;
  return [Math.log(budget), Math.log(gross), rating, Math.log(votes), year];
}

function byGenre(all: readonly Film[]): Map<string, Film[]> {
  const genres = new Map<string, Film[]>();
  for (const film of all) {
    if (film.genre === undefined) continue;
    const members = genres.get(film.genre) ?? [];
    members.push(film);
    genres.set(film.genre, members);
  }
  return genres;
}
