import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Imports, type ImportState, importTopic } from '@dvor/exchange';
import { ProgressChannel, type Tenant } from '@dvor/platform';
import { type Observable, Subject, takeUntil } from 'rxjs';
import type { Language } from '../door/language.js';
import { watchAndLook } from '../door/watch-and-look.js';
import { importRow } from './import-views.js';
import type { ImportDto } from './imports.dto.js';

const WORKING: ReadonlySet<ImportState> = new Set<ImportState>(['checking', 'applying', 'undoing']);

/** A load's progress as a stream of events, each read from the books. */
@Injectable()
export class ImportProgress implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  constructor(
    private readonly imports: Imports,
    private readonly channel: ProgressChannel,
  ) {}

  /** @throws DomainError `import.not-found` before the stream begins */
  async of(tenant: Tenant, id: string, language: Language): Promise<Observable<ImportDto>> {
    await this.imports.summary(tenant, id);
    return watchAndLook({
      watch: (onNudge) => this.channel.watch(importTopic(id), onNudge),
      look: async () => importRow(await this.imports.summary(tenant, id), language),
      isLast: ({ state }) => !WORKING.has(state),
      atMostEveryMs: 250,
      atLeastEveryMs: 5_000,
    }).pipe(takeUntil(this.closing));
  }

  beforeApplicationShutdown(): void {
    this.closing.next();
  }
}
