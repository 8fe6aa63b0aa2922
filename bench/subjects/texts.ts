import { makeText } from "./values.ts";

/** A record whose text has about `size` bytes. */
export interface Text {
  readonly id: number;
  readonly text: string;
}

export function text(id: number, size: number): Text {
  return { id, text: makeText(id, size) };
}

export async function textLater(id: number, size: number): Promise<Text> {
  return { id, text: makeText(id, size) };
}
