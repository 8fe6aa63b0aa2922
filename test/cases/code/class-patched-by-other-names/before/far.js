export class Far {}
