let count = 0;
export const set = (to) => {
  count = to;
};
export const get = () => count;
export class Point {}
export const table = { k: 1 };
export const noop = () => undefined;
