import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { BillingRuns, type RunState, type RunSummary } from '@dvor/billing';
import type { RunId } from '@dvor/kernel';
import { ProgressChannel, type Tenant } from '@dvor/platform';
import { type Observable, Subject, takeUntil } from 'rxjs';
import { watchAndLook } from '../door/watch-and-look.js';
import { Printing } from '../receipts/printing.js';
import { Pace } from './pace.js';
import type { RunProgressDto } from './runs.dto.js';

/**
 * A run's progress as a stream of events. A nudge only says "look again": every event is read from the books, so one that
 * is lost loses nothing, and a stream taken up again begins with what is true now. It ends when there is nothing more to
 * wait for.
 */
@Injectable()
export class RunProgress implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  constructor(
    private readonly runs: BillingRuns,
    private readonly printing: Printing,
    private readonly channel: ProgressChannel,
  ) {}

  /** @throws DomainError `run.not-found` before the stream begins */
  async of(tenant: Tenant, runId: RunId): Promise<Observable<RunProgressDto>> {
    await this.runs.summary(tenant, runId);
    const pace = new Pace();
    return watchAndLook({
      watch: (onNudge) => this.channel.watch(`run-${runId}`, onNudge),
      look: () => this.read(tenant, runId, pace),
      isLast: isOver,
      atMostEveryMs: 250,
      atLeastEveryMs: 5_000,
    }).pipe(takeUntil(this.closing));
  }

  beforeApplicationShutdown(): void {
    this.closing.next();
  }

  private async read(tenant: Tenant, runId: RunId, pace: Pace): Promise<RunProgressDto> {
    const run = await this.runs.summary(tenant, runId);
    const printed = await this.printing.of(tenant, run);
    const step = printed ? { phase: 'printing' as const, ...printed } : stepOf(run);
    const { state, accounts, lines, houses, amount } = run;
    return {
      ...{ state, phase: step.phase, linesDone: lines, amount: amount.toString() },
      ...{ housesDone: printed ? houses.done : step.done, housesTotal: houses.total },
      accountsDone: printed ? printed.done : accounts,
      ...pace.measure(step, printed ? printed.done : accounts),
    };
  }
}

function stepOf({ state, houses }: RunSummary): { phase: 'calculating' | 'closing'; done: number; total: number } {
  const closing = state === 'closing' || state === 'closed';
  return {
    phase: closing ? 'closing' : 'calculating',
    done: closing ? houses.posted : houses.done,
    total: houses.total,
  };
}

const WORKING: ReadonlySet<RunState> = new Set<RunState>(['queued', 'calculating', 'closing']);

function isOver({ state, phase, secondsLeft }: RunProgressDto): boolean {
  return !WORKING.has(state) && !(phase === 'printing' && secondsLeft !== 0);
}
