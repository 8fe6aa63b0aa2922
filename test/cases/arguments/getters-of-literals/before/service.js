import { host } from "./host.js";

export const api = {
  port: 80,
  get base() {
    return `http://${host.name}:${this.port}`;
  },
  get level() {
    return this.port > 100 ? "high" : "low";
  },
  set level(value) {
    throw new Error(`the level is not ${value}`);
  },
  // @astrocache
  fetch(path) {
    console.error("ran fetch");
    return `${this.base}/${path} ${this.level}`;
  },
};
export const twice = {
  load() {
    return "first";
  },
  // Takes the place of the one above.
  load() {
    return "second";
  },
};
