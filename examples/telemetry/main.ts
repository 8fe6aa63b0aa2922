/** A program that memoizes, and counts what came of it: `node --import astrocache/register main.ts`. */
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { measureCache } from "./metrics.ts";

// A real program has an exporter of its own, such as that of OTLP.
const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 });
measureCache(new MeterProvider({ readers: [reader] }).getMeter("astrocache"));

// @astrocache
function divisors(n: number): number[] {
  return Array.from({ length: n }, (_, at) => at + 1).filter((one) => n % one === 0);
}

for (const n of [360, 1_001, 360]) console.log(n, divisors(n).length);

await reader.forceFlush();
const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
for (const { descriptor, dataPoints } of metrics)
  if (descriptor.name === "astrocache.calls")
    for (const { attributes, value } of dataPoints)
      console.log(descriptor.name, attributes["outcome"], attributes["cause"] ?? attributes["from"], value);
await reader.shutdown();
