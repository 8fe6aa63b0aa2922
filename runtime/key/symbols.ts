/** Well-known symbols by the name of their property of `Symbol`: `iterator`, `asyncDispose`. */
const names = new Map<symbol, string>();
const symbols = new Map<string, symbol>();

for (const name of Object.getOwnPropertyNames(Symbol)) {
  const symbol: unknown = Object.getOwnPropertyDescriptor(Symbol, name)?.value;
  if (typeof symbol !== "symbol" || Symbol.keyFor(symbol) !== undefined) continue;
  names.set(symbol, name);
  symbols.set(name, symbol);
}

export function wellKnownSymbolName(symbol: symbol): string | undefined {
  return names.get(symbol);
}

export function wellKnownSymbol(name: string): symbol | undefined {
  return symbols.get(name);
}
