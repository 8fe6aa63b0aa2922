export class Base { m() { return 1; } }
export class Derived extends Base {}
