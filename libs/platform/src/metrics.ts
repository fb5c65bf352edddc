import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one process. Labels are few and never hold personal data. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly httpSeconds = new Histogram({
    name: 'dvor_http_request_duration_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [this.registry],
  });

  readonly jobSeconds = new Histogram({
    name: 'dvor_job_duration_seconds',
    help: 'Time a job took, by job and outcome',
    labelNames: ['job', 'outcome'] as const,
    buckets: [0.05, 0.2, 1, 5, 20, 60, 300],
    registers: [this.registry],
  });

  readonly queueJobs = new Gauge({
    name: 'dvor_queue_jobs',
    help: 'Jobs in a queue by state',
    labelNames: ['queue', 'state'] as const,
    registers: [this.registry],
  });

  readonly linesCharged = new Counter({
    name: 'dvor_charge_lines_total',
    help: 'Charge lines calculated, by organisation',
    labelNames: ['organization'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'dvor_' });
  }
}
