export const IMPORTED = 10;
export enum Limit {
  low = 1,
  high = 1000,
}
