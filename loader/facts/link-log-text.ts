import type { CodeShape, ReachedName } from "../../runtime/call/link.ts";
import type { KeptLink, LinkLog, LoggedLink } from "../digest/link-log.ts";
import type { NewLog } from "../digest/links.ts";
import type { Question, QuestionKind } from "../digest/world/link-questions.ts";

/** A log as JSON: each text once, since addresses of modules stand in it many times. */
export interface PackedLog {
  readonly packages: string;
  readonly texts: readonly string[];
  /** For each question: its kind, its answer, how many texts it is about, and these; all but the count as places in `texts`. */
  readonly questions: readonly number[];
  readonly links: Readonly<Record<string, { readonly asked: number; readonly link: PackedLink }>>;
}

interface PackedLink extends Omit<KeptLink, "names" | "shapes"> {
  /** By the address of the module. */
  readonly names: Readonly<Record<string, readonly Omit<ReachedName, "url">[]>>;
  readonly shapes: Readonly<Record<string, readonly Omit<CodeShape, "url">[]>>;
}

export function packLog({ packages, questions, links }: NewLog): PackedLog {
  const texts = new Map<string, number>();
  const place = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const most = Math.max(0, ...[...links.values()].map(({ asked }) => asked));
  const packed = questions
    .slice(0, most)
    .flatMap(({ kind, answer, about }) => [place(kind), place(answer), about.length, ...about.map(place)]);
  return {
    packages,
    texts: [...texts.keys()],
    questions: packed,
    links: Object.fromEntries([...links].map(([name, { asked, link }]) => [name, { asked, link: packLink(link) }])),
  };
}

export function unpackLog({ packages, texts, questions, links }: PackedLog): LinkLog {
  const text = (place: number | undefined): string => texts[place ?? -1] ?? "";
  // One by one: of a log that no longer holds, few are asked.
  function* unpacked(): Generator<Question> {
    for (let next = 0; next < questions.length;) {
      const count = questions[next + 2] ?? 0;
      const about = questions.slice(next + 3, next + 3 + count).map(text);
      yield { kind: text(questions[next]) as QuestionKind, answer: text(questions[next + 1]), about };
      next += 3 + count;
    }
  }
  const logged = Object.entries(links).map(([name, { asked, link }]): [string, LoggedLink] => [
    name,
    { asked, link: unpackLink(link) },
  ]);
  return { packages, questions: { [Symbol.iterator]: unpacked }, links: new Map(logged) };
}

function packLink(link: KeptLink): PackedLink {
  const { ok, codeDigest, state, environment, process, locations, notes } = link;
  const names = byUrl(link.names);
  return { ok, codeDigest, state, names, shapes: byUrl(link.shapes), environment, process, locations, notes };
}

function unpackLink({ names, shapes, ...link }: PackedLink): KeptLink {
  return { ...link, names: withUrl(names), shapes: withUrl(shapes) };
}

function byUrl<T extends { readonly url: string }>(all: readonly T[]): Record<string, Omit<T, "url">[]> {
  const grouped: Record<string, Omit<T, "url">[]> = {};
  for (const { url, ...one } of all) (grouped[url] ??= []).push(one);
  return grouped;
}

function withUrl<T>(grouped: Readonly<Record<string, readonly T[]>>): (T & { readonly url: string })[] {
  return Object.entries(grouped).flatMap(([url, all]) => all.map((one) => ({ ...one, url })));
}
