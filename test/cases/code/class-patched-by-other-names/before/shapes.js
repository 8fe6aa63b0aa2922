import { mix } from "./mix.js";

export class Alias {}
const proto = Alias.prototype;
proto.m = () => "alias 1";

export class Inner {}
const { prototype } = Inner;
const again = prototype;
again.m = () => "inner 1";

export class First {}
export class Second {}
[First, Second].forEach((each) => {
  each.prototype.m = () => "each 1";
});

export class Third {}
for (const each of [Third]) each.prototype.m = () => "loop 1";

export class Listed {}
const list = [Listed];
for (const each of list) Object.assign(each.prototype, { m: () => "list 1" });

export function Old() {}
const old = Old.prototype;
old.m = () => "old 1";

export class Mixed {}
mix(Mixed);
