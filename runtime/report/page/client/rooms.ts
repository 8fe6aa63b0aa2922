/** What of a part the drawing needs. */
export interface DrawnPart {
  readonly label: string;
  readonly file: string | null;
  readonly refs: readonly number[];
}

/** A module, with those of its parts that are reached. */
export interface Room {
  readonly name: string;
  /** How far from the function, in steps, its nearest part is. */
  readonly depth: number;
  readonly parts: readonly number[];
}

export interface Drawing {
  /** From left to right: the function's own module first. */
  readonly columns: readonly (readonly Room[])[];
  readonly edges: readonly (readonly [from: number, to: number])[];
  /** Parts that are reached, and left out since they are too many. */
  readonly left: number;
}

/** The modules that a part reaches, in columns by their distance. `most`: parts that are drawn, the nearest first. */
export function layOutRooms(root: number, parts: readonly DrawnPart[], most: number): Drawing {
  const depths = new Map([[root, 0]]);
  // A map gives what is added while it is walked, too.
  for (const [place, depth] of depths)
    for (const ref of parts[place]?.refs ?? []) if (!depths.has(ref)) depths.set(ref, depth + 1);
  const drawn = [...depths].slice(0, most);
  const rooms = new Map<string, { name: string; depth: number; parts: number[] }>();
  for (const [place, depth] of drawn) {
    const name = parts[place]?.file ?? "packages";
    const room = rooms.get(name);
    if (room === undefined) rooms.set(name, { name, depth, parts: [place] });
    else room.parts.push(place);
  }
  const columns: Room[][] = [];
  for (const room of rooms.values()) (columns[room.depth] ??= []).push(room);
  const isDrawn = new Set(drawn.map(([place]) => place));
  const edges = drawn.flatMap(([from]) =>
    (parts[from]?.refs ?? []).filter((to) => isDrawn.has(to)).map((to): readonly [number, number] => [from, to]),
  );
  // At some distances no module begins: `flatMap` leaves these holes out.
  return { columns: columns.flatMap((column) => [column]), edges, left: depths.size - drawn.length };
}
