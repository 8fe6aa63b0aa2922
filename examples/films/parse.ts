import type { Film } from "./film.ts";
import { inMillionsOf2010 } from "./inflation.ts";
import { canonicalNames } from "./names.ts";

/** One record of the file, as it stands there. */
interface RawFilm {
  readonly "Title": string | number | null;
  readonly "Release Date": string | null;
  readonly "Major Genre": string | null;
  readonly "Distributor": string | null;
  readonly "Director": string | null;
  readonly "Production Budget": number | null;
  readonly "Worldwide Gross": number | string | null;
  readonly "Running Time min": number | null;
  readonly "IMDB Rating": number | null;
  readonly "IMDB Votes": number | null;
}

/** The last year that the data knows; later ones are two-digit years that were put into the wrong century. */
const LAST_YEAR = 2011;

/**
 * Reads the records, repairs what is wrong with them, and leaves out those without a title or a date.
 * @astrocache
 */
export function parseFilms(text: string): Film[] {
  const raw = (JSON.parse(text) as RawFilm[]).filter((film) => film.Title !== null && film["Release Date"] !== null);
  const distributors = canonicalNames(raw.flatMap((film) => film.Distributor ?? []));
  const directors = canonicalNames(raw.flatMap((film) => film.Director ?? []));
  return raw.map((film) => {
    const released = releaseDate(film["Release Date"] ?? "");
    const year = released.getUTCFullYear();
    return {
      title: String(film.Title).trim(),
      year,
      released,
      genre: film["Major Genre"] ?? undefined,
      distributor: distributors.get(film.Distributor ?? ""),
      director: directors.get(film.Director ?? ""),
      budget: inMillionsOf2010(film["Production Budget"], year),
      gross: inMillionsOf2010(Number(film["Worldwide Gross"] ?? 0), year),
      minutes: film["Running Time min"] ?? undefined,
      rating: film["IMDB Rating"] ?? undefined,
      votes: film["IMDB Votes"] ?? undefined,
    };
  });
}

function releaseDate(text: string): Date {
  const date = new Date(`${text} UTC`);
  if (date.getUTCFullYear() > LAST_YEAR) date.setUTCFullYear(date.getUTCFullYear() - 100);
  return date;
}
