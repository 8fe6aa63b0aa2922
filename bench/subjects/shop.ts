export class Basket {
  static readonly limit = 100;
  readonly #prices: number[] = [];
  readonly plan: string;

  constructor(plan: string) {
    this.plan = plan;
  }

  add(quantity: number): this {
    this.#prices.push(quantity * this.plan.length);
    return this;
  }

  sum(): number {
    return this.#prices.reduce((sum, one) => sum + one, 0);
  }

  get size(): number {
    return this.#prices.length;
  }

  static of(plan: string): Basket {
    return new Basket(plan);
  }
}

export class Coupon {
  readonly rate: number;

  constructor(rate: number) {
    this.rate = rate;
  }

  apply(sum: number): number {
    return sum * (1 - this.rate);
  }

  describe(): string {
    return `${this.rate * 100} %`;
  }
}

class Account {
  balance = 0;

  book(sum: number): this {
    this.balance += sum;
    return this;
  }
}

export class Ledger extends Account {
  close(): void {
    this.balance = 0;
  }
}
