import { Other, Plain, Same } from "./classes.js";

Plain.prototype.a = () => "plain 1";

Other.prototype.a = () => "other 1";
const { prototype } = Other;
prototype.b = () => "by another name 1";

Same.prototype.a = () => "overwritten";
const same = Same.prototype;
same.a = () => "same 1";

export { Other, Plain, Same };
export const done = true;
