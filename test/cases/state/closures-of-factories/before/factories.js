export function adder(n) {
  return (x) => x + n;
}

export const compose =
  (...fns) =>
  (x) =>
    fns.reduce((value, fn) => fn(value), x);

export function withRetry(fn, tries) {
  return async function retried(...args) {
    for (let left = tries; ; left--) {
      try {
        return await fn(...args);
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };
}

export function box(first) {
  let value = first;
  const get = () => value;
  function set(next) {
    value = next;
  }
  return { get, set, double: () => value * 2, plus(x) { return value + x; } };
}

export function counter() {
  const api = { n: 0, up() { this.n++; return this.n; }, now() { return this.n; } };
  return Object.freeze({ api, get: () => api.n });
}

export class Scale {
  static by(factor) {
    return factor > 1 ? (x) => x * factor : () => "small";
  }
}

export const pair = (a, b) => [() => a, () => b];

export function memo(fn) {
  const seen = new Map();
  return (x) => {
    if (!seen.has(x)) seen.set(x, fn(x));
    return seen.get(x);
  };
}

export function sequence() {
  let n = 0;
  return () => ++n;
}

export function shadowed(n) {
  const inner = () => n;
  if (n > 0) {
    const n = "another";
    void n;
    return inner;
  }
  return undefined;
}

export function overlaid(n, more) {
  return { get: () => n, ...more };
}
