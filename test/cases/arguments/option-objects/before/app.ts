interface Options {
  size?: number;
  deep?: boolean;
}
// @astrocache
export function fetchPage({ size = 10, deep = false }: Options = {}): string {
  console.error("ran fetchPage");
  return `${size}:${deep}`;
}

console.log(fetchPage(), fetchPage({ deep: true }), fetchPage({ size: 5 }), fetchPage({}), fetchPage({ size: 10 }));
