import { Injectable } from '@nestjs/common';
import { OrganizationSettings } from '@dvor/catalogue';
import type { FileId } from '@dvor/kernel';
import { AuditLog, Database, FileStore, OrganizationClock, type Tenant, type Tx } from '@dvor/platform';

/**
 * Names, phones and areas of a whole town lie in the rows of loads and in the files themselves: they go when the term that
 * the organisation has set is over. The load, its control totals and how many rows had which problem stay for ever.
 */
@Injectable()
export class ImportRetention {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: OrganizationClock,
    private readonly settings: OrganizationSettings,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Clears what is over its term, a transaction a load; returns how many loads. Called again it finds nothing more to do.
   * The term begins anew with every step, and a step that is going on is let be.
   */
  async clearOld(tenant: Tenant): Promise<number> {
    for (let cleared = 0; ; cleared += 1)
      if (!(await this.database.inTenant(tenant, (tx) => this.clearOne(tx)))) return cleared;
  }

  private async clearOne(tx: Tx): Promise<boolean> {
    const days = await this.settings.on(tx, 'imports.keep-days', await this.clock.today(tx));
    const [old] = await tx.query<{ id: string; fileId: FileId }[]>(
      `select id, file_id as "fileId" from imports
        where rows_cleared_at is null and state in ('uploaded', 'checked', 'applied', 'undone', 'failed')
          and greatest(created_at, checked_at, applied_at, undone_at, failed_at) < organization_now() - make_interval(days => $1)
        order by id limit 1 for update skip locked`,
      [days],
    );
    if (!old) return false;
    await tx.query(
      `update imports set rows_cleared_at = organization_now(),
              problem_counts = (select coalesce(jsonb_agg(to_jsonb(kinds)), '[]')
                                  from (select code, severity, count(*)::int as count from import_problems where import_id = $1
                                         group by code, severity order by severity, count(*) desc, code) kinds)
        where id = $1`,
      [old.id],
    );
    await tx.query('delete from import_problems where import_id = $1', [old.id]);
    await tx.query('delete from import_rows where import_id = $1', [old.id]);
    await this.audit.record(tx, {
      userId: null,
      action: 'import.clear',
      object: { type: 'import', id: old.id },
      details: { days: Number(days) },
    });
    await this.files.erase(tx, old.fileId);
    return true;
  }
}
