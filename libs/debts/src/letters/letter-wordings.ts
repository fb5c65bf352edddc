import { Injectable } from '@nestjs/common';
import { DomainError, type UserId } from '@dvor/kernel';
import { AuditLog, type Tx } from '@dvor/platform';
import { assertFills, LETTER_KINDS, type LetterKind, STANDARD_WORDINGS, type Wording } from '../core/index.js';

export interface KeptWording extends Wording {
  readonly kind: LetterKind;
  /** Whether it is the one that everybody has. */
  readonly standard: boolean;
  /** `null`: it was never another. */
  readonly recordedAt: Date | null;
  readonly by: string | null;
}

/** A wording that was written down, in force until the next one was. */
export interface WordingVersion extends KeptWording {
  readonly id: string;
}

/** An organisation's own words for its letters; each change is kept. */
@Injectable()
export class LetterWordings {
  constructor(private readonly audit: AuditLog) {}

  /** Of every kind; the standard one where there is none of their own. */
  async list(tx: Tx): Promise<KeptWording[]> {
    const rows = await tx.query<KeptWording[]>(
      `select distinct on (w.kind) ${COLUMNS} from letter_wordings w left join users u on u.id = w.recorded_by
        order by w.kind, w.id desc`,
    );
    const own = new Map(rows.map((row) => [row.kind, row]));
    return LETTER_KINDS.map((kind) => {
      const { standard = true, recordedAt = null, by = null, ...wording } = own.get(kind) ?? {};
      return { ...(standard ? STANDARD_WORDINGS[kind] : (wording as Wording)), kind, standard, recordedAt, by };
    });
  }

  async of(tx: Tx, kind: LetterKind): Promise<Wording> {
    return (await this.list(tx)).find((one) => one.kind === kind)!;
  }

  /** All that were written down of a kind, the latest first. */
  async versions(tx: Tx, kind: LetterKind): Promise<WordingVersion[]> {
    return tx.query<WordingVersion[]>(
      `select w.id, ${COLUMNS} from letter_wordings w left join users u on u.id = w.recorded_by
        where w.kind = $1 order by w.id desc`,
      [kind],
    );
  }

  /** @throws DomainError `letter.unknown-field`, `letter.stray-brace`, `letter.empty-wording` */
  async record(tx: Tx, kind: LetterKind, wording: Wording, by: UserId): Promise<void> {
    assertFills(wording);
    await this.insert(tx, { kind, wording, standard: false }, by);
  }

  /** Letters of a kind have the standard wording again. @throws DomainError `letter.standard-wording` */
  async restore(tx: Tx, kind: LetterKind, by: UserId): Promise<void> {
    const [latest] = await this.versions(tx, kind);
    if (!latest || latest.standard) throw new DomainError('letter.standard-wording');
    await this.insert(tx, { kind, wording: STANDARD_WORDINGS[kind], standard: true }, by);
  }

  private async insert(
    tx: Tx,
    { kind, wording, standard }: { readonly kind: LetterKind; readonly wording: Wording; readonly standard: boolean },
    by: UserId,
  ): Promise<void> {
    await tx.query(
      `insert into letter_wordings (organization_id, kind, title, opening, closing, signer_post, signer_name, standard, recorded_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[kind, wording.title, wording.opening, wording.closing],
        ...[wording.signerPost, wording.signerName, standard, by],
      ],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'letter.wording',
      object: { type: 'letter-wording', id: kind },
      details: { title: wording.title, standard },
    });
  }
}

const COLUMNS = `w.kind, w.title, w.opening, w.closing, w.signer_post as "signerPost", w.signer_name as "signerName", w.standard,
                 w.recorded_at as "recordedAt", u.name as by`;
