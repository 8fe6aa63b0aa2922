type Method = (this: unknown, n: number) => number;

export function scaled(factor: number) {
  return (method: Method, _context: unknown): Method =>
    function (this: unknown, n: number): number {
      return method.call(this, n) * factor;
    };
}
