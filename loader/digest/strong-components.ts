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
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const frames: { vertex: number; edges: readonly number[]; next: number }[] = [];
  const enter = (vertex: number): void => {
    low.set(vertex, order.size);
    order.set(vertex, order.size);
    open.push(vertex);
    isOpen.add(vertex);
    frames.push({ vertex, edges: edgesOf(vertex), next: 0 });
  };
  const lower = (vertex: number, value: number): void => {
    low.set(vertex, Math.min(low.get(vertex) ?? value, value));
  };
  enter(root);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { vertex } = frame;
    const target = frame.edges[frame.next++];
    if (target !== undefined) {
      const seen = order.get(target);
      if (seen === undefined && !isDone(target)) enter(target);
      else if (seen !== undefined && isOpen.has(target)) lower(vertex, seen);
      continue;
    }
    frames.pop();
    const parent = frames.at(-1);
    if (parent !== undefined) lower(parent.vertex, low.get(vertex) ?? 0);
    if (low.get(vertex) !== order.get(vertex)) continue;
    const component = open.splice(open.lastIndexOf(vertex));
    for (const member of component) isOpen.delete(member);
    yield component;
  }
}
