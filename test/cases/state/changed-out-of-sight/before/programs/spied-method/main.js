import { mock } from "node:test";
import { Api, Special } from "./api.js";
// @astrocache
function f() { return new Special().get(); }
// @astrocache
function g() { return Api.create().get(); }
const seen = [f(), g()];
const spy = mock.method(Api.prototype, "get", () => "mocked");
seen.push(f(), g());
spy.mock.restore();
seen.push(f(), g());
mock.method(Api, "create", () => ({ get: () => "made up" }));
seen.push(f(), g());
mock.restoreAll();
seen.push(f(), g());
console.log("spied method:", ...seen);
