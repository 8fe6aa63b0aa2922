/** Different calls in turn, as a program makes them; all of them have been made before when measuring begins. */
export function turning<Result>(call: (id: number, plan: string) => Result, calls = 100): () => Result {
  let turn = 0;
  return () => call((turn = (turn + 1) % calls), "basic plan");
}
