/**
 * Strongly connected components that `root` reaches, callees first (Tarjan 1972), with a stack of its own: import chains
 * are deeper than the call stack. Vertices for which `isDone` holds are left out.
 */
export function* strongComponents(
  root: number,
  edgesOf: (vertex: number) => readonly number[],
  isDone: (vertex: number) => boolean,
): Generator<number[]> {
  if (isDone(root)) return;
  /** By vertex its number, from which all else is found. */
  const numbers = new Map<number, number>();
  const low: number[] = [];
  const isOpen: boolean[] = [];
  const open: number[] = [];
  const frames: { vertex: number; number: number; edges: readonly number[]; next: number }[] = [];
  const enter = (vertex: number): void => {
    const number = low.length;
    numbers.set(vertex, number);
    low.push(number);
    isOpen.push(true);
    open.push(vertex);
    frames.push({ vertex, number, edges: edgesOf(vertex), next: 0 });
  };
  const lower = (number: number, value: number): void => {
    if (value < (low[number] ?? 0)) low[number] = value;
  };
  enter(root);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { vertex, number } = frame;
    const target = frame.edges[frame.next++];
    if (target !== undefined) {
      const seen = numbers.get(target);
      if (seen === undefined && !isDone(target)) enter(target);
      else if (seen !== undefined && isOpen[seen] === true) lower(number, seen);
      continue;
    }
    frames.pop();
    const parent = frames.at(-1);
    if (parent !== undefined) lower(parent.number, low[number] ?? 0);
    if (low[number] !== number) continue;
    const component = open.splice(open.lastIndexOf(vertex));
    for (const member of component) isOpen[numbers.get(member) ?? 0] = false;
    yield component;
  }
}
