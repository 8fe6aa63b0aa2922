export class Api { get() { return "real"; } static create() { return new Api(); } }
export class Special extends Api {}
