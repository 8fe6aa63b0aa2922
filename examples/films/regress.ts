import { randomFrom } from "./random.ts";
import { mean } from "./statistics.ts";

export interface Regression {
  readonly penalty: number;
  readonly weights: number[];
  /** Mean squared error on data that was held out. */
  readonly error: number;
}

interface Sample {
  readonly inputs: readonly number[];
  readonly output: number;
}

/**
 * Ridge regression: of some penalties, the one that predicts held-out data best, by repeated ten-fold cross-validation.
 * @astrocache
 */
export function bestRidge(samples: readonly Sample[], penalties: readonly number[], repeats: number): Regression {
  const tried = penalties.map((penalty) => ({ penalty, error: heldOutError(samples, penalty, repeats) }));
  const best = tried.reduce((a, b) => (b.error < a.error ? b : a));
  return { ...best, weights: ridge(samples, best.penalty) };
}

function heldOutError(samples: readonly Sample[], penalty: number, repeats: number): number {
  const errors: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const random = randomFrom(repeat);
    const folds = samples.map(() => Math.floor(random() * 10));
    for (let fold = 0; fold < 10; fold++) {
      const weights = ridge(
        samples.filter((_, i) => folds[i] !== fold),
        penalty,
      );
      samples.forEach((sample, i) => {
        if (folds[i] === fold) errors.push((predict(weights, sample.inputs) - sample.output) ** 2);
      });
    }
  }
  return mean(errors);
}

/** The last weight is the constant. */
export function predict(weights: readonly number[], inputs: readonly number[]): number {
  return [...inputs, 1].reduce((sum, input, i) => sum + input * (weights[i] ?? 0), 0);
}

/** Solves (XᵀX + penalty·1) w = Xᵀy. */
function ridge(samples: readonly Sample[], penalty: number): number[] {
  const width = (samples[0]?.inputs.length ?? 0) + 1;
  const matrix = Array.from({ length: width }, (_, i) =>
    Array.from({ length: width + 1 }, (_, j) => (i === j ? penalty : 0)),
  );
  for (const { inputs, output } of samples) {
    const row = [...inputs, 1, output];
    matrix.forEach((line, i) => line.forEach((value, j) => (line[j] = value + (row[i] ?? 0) * (row[j] ?? 0))));
  }
  return solve(matrix);
}

/** Gauss's elimination, in place; the last column is the right-hand side. */
function solve(matrix: number[][]): number[] {
  matrix.forEach((pivot, i) => {
    const scale = pivot[i] ?? 1;
    pivot.forEach((value, j) => (pivot[j] = value / scale));
    for (const line of matrix) {
      const factor = line[i] ?? 0;
      if (line !== pivot) line.forEach((value, j) => (line[j] = value - factor * (pivot[j] ?? 0)));
    }
  });
  return matrix.map((line) => line.at(-1) ?? 0);
}
