export class Other {}
export class Same {}
export class Plain {}
export class Assigned {}
export class Defined {}
export class Hooked {}
