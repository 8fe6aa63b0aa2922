export class Rates {}
Rates.prototype.rate = 1;
Rates.base = 10;
