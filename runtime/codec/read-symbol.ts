import { wellKnownSymbol } from "../key/symbols.ts";
import { DecodeError } from "./decode-error.ts";
import type { Reader } from "./reader.ts";
import { Tag } from "./tags.ts";

export function readSymbol(r: Reader, tag: number): symbol {
  const name = r.in.text();
  const symbol =
    tag === Tag.registeredSymbol ? Symbol.for(name) : tag === Tag.wellKnownSymbol ? wellKnownSymbol(name) : undefined;
  if (symbol === undefined) throw new DecodeError("this Node has no such symbol");
  return symbol;
}
