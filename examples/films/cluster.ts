import { randomFrom } from "./random.ts";

export interface Clustering {
  readonly centers: number[][];
  /** For each point, the index of its center. */
  readonly labels: number[];
  /** Sum of squared distances of the points to their centers. */
  readonly inertia: number;
}

type Point = readonly number[];

/** Lloyd's k-means with k-means++ starts: the best of several runs. */
export class KMeans {
  readonly clusters: number;
  readonly starts: number;
  readonly seed: number;

  constructor(clusters: number, { starts = 12, seed = 1 } = {}) {
    this.clusters = clusters;
    this.starts = starts;
    this.seed = seed;
  }

  // @astrocache
  fit(points: readonly Point[]): Clustering {
    const random = randomFrom(this.seed);
    let best = this.#run(points, random);
    for (let start = 1; start < this.starts; start++) {
      const next = this.#run(points, random);
      if (next.inertia < best.inertia) best = next;
    }
    return best;
  }

  #run(points: readonly Point[], random: () => number): Clustering {
    let centers = firstCenters(points, this.clusters, random);
    for (let round = 0; ; round++) {
      const labels = points.map((point) => nearest(point, centers));
      const moved = centers.map((center, i) => centroid(points.filter((_, j) => labels[j] === i)) ?? center);
      const shift = centers.reduce((sum, center, i) => sum + squaredDistance(center, moved[i] ?? center), 0);
      centers = moved;
      if (shift < 1e-9 || round === 200) return { centers, labels, inertia: inertiaOf(points, centers, labels) };
    }
  }
}

/** Each further center is drawn with a chance that grows with its distance to those that are there. */
function firstCenters(points: readonly Point[], count: number, random: () => number): number[][] {
  const centers = [[...(points[Math.floor(random() * points.length)] ?? [])]];
  while (centers.length < count) {
    const distances = points.map((point) => squaredDistance(point, centers[nearest(point, centers)] ?? []));
    let rest = random() * distances.reduce((sum, distance) => sum + distance, 0);
    const index = distances.findIndex((distance) => (rest -= distance) <= 0);
    centers.push([...(points[Math.max(0, index)] ?? [])]);
  }
  return centers;
}

function nearest(point: Point, centers: readonly Point[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  centers.forEach((center, index) => {
    const distance = squaredDistance(point, center);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function centroid(points: readonly Point[]): number[] | undefined {
  const [first] = points;
  return first?.map((_, column) => points.reduce((sum, point) => sum + (point[column] ?? 0), 0) / points.length);
}

function inertiaOf(points: readonly Point[], centers: readonly Point[], labels: readonly number[]): number {
  return points.reduce((sum, point, i) => sum + squaredDistance(point, centers[labels[i] ?? 0] ?? []), 0);
}

function squaredDistance(a: Point, b: Point): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}
