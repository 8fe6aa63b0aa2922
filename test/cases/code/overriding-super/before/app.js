import { Base } from "./base.js";
class Leaf extends Base {
  // @astrocache
  total() {
    console.error("ran leaf");
    return super.total() + 1;
  }
}
console.log(new Leaf().total());
