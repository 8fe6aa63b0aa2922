export * from "./deep/add.ts";
export { default as double } from "./deep/double.ts";
