import { Base } from "./base.ts";

export class Middle extends Base {
  scale = 2;
  // override
}
