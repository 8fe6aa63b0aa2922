import { connection } from "./connection.js";

export const { count } = connection;
export const ids = connection.rows.map(({ id }) => id * 10);
export const rows = connection.rows;
export const proto = Array.prototype;
export const isArray = Object.prototype.toString;
export const both = { count, now: () => connection.time() };
export const bound = connection.time.bind(connection);
export class Sub extends connection.Base {}
export const root = typeof globalThis === "object" && globalThis;
export const { Symbol: Sign, JSON: Json } = root;
