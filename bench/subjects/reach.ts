/** A target that reaches classes, as those of programs do: at each call it is looked whether they are what their text says. */
import { Basket, Coupon, Ledger } from "./shop.ts";

export function total(quantity: number, plan: string): number {
  const basket = new Basket(plan).add(quantity);
  const ledger = new Ledger().book(new Coupon(0.1).apply(basket.sum()));
  return ledger instanceof Ledger ? ledger.balance : 0;
}
