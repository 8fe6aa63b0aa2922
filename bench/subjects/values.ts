/** What the functions that are measured return. */

export interface Item {
  readonly id: number;
  readonly name: string;
  readonly price: number;
  readonly inStock: boolean;
  readonly tags: readonly string[];
}

export function makeItem(id: number, plan: string): Item {
  return { id, name: `${plan} item`, price: id * 1.1, inStock: id % 2 === 0, tags: ["alpha", "beta"] };
}

/** 1 MB as JSON. */
export function makeRows(count = 9_000): unknown[] {
  return Array.from({ length: count }, (_, id) => ({
    id,
    name: `name ${id}`,
    ok: id % 2 === 0,
    score: id * 1.1,
    tags: ["alpha", "beta"],
    nested: { x: id, y: "z" },
  }));
}

export function makeBuffer(size = 1_000_000): Buffer {
  return Buffer.alloc(size, "content ");
}

/** Plain data of about so many bytes. */
export function makeText(id: number, size: number): string {
  return `${id} `.padEnd(size, "some text of this length ");
}
