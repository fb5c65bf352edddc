import { Injectable } from '@nestjs/common';
import type { UserId } from '@dvor/kernel';
import { AuditLog, type Tx } from '@dvor/platform';
import {
  fillLine,
  fillWording,
  LETTER_FIELDS,
  LETTER_KINDS,
  type LetterFields,
  type LetterKind,
  STANDARD_WORDINGS,
  type Wording,
} from '../core/index.js';

export interface KeptWording extends Wording {
  readonly kind: LetterKind;
  /** `null`: the standard one. */
  readonly recordedAt: Date | null;
  readonly by: string | null;
}

/** An organisation's own words for its letters; each change is kept. */
@Injectable()
export class LetterWordings {
  constructor(private readonly audit: AuditLog) {}

  /** Of every kind; the standard one where there is none of their own. */
  async list(tx: Tx): Promise<KeptWording[]> {
    const rows = await tx.query<KeptWording[]>(
      `select distinct on (w.kind) w.kind, w.title, w.opening, w.closing, w.signer_post as "signerPost", w.signer_name as "signerName",
              w.recorded_at as "recordedAt", u.name as by
         from letter_wordings w left join users u on u.id = w.recorded_by
        order by w.kind, w.id desc`,
    );
    const own = new Map(rows.map((row) => [row.kind, row]));
    return LETTER_KINDS.map(
      (kind) => own.get(kind) ?? { ...STANDARD_WORDINGS[kind], kind, recordedAt: null, by: null },
    );
  }

  async of(tx: Tx, kind: LetterKind): Promise<Wording> {
    return (await this.list(tx)).find((one) => one.kind === kind)!;
  }

  /** @throws DomainError `letter.unknown-field`, `letter.empty-wording` */
  async record(tx: Tx, kind: LetterKind, wording: Wording, by: UserId): Promise<void> {
    assertFits(wording);
    await tx.query(
      `insert into letter_wordings (organization_id, kind, title, opening, closing, signer_post, signer_name, recorded_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7)`,
      [kind, wording.title, wording.opening, wording.closing, wording.signerPost, wording.signerName, by],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'letter.wording',
      object: { type: 'letter-wording', id: kind },
      details: { title: wording.title },
    });
  }
}

/** Every field that it names is known. */
function assertFits({ title, opening, closing }: Wording): void {
  const known = Object.fromEntries(Object.keys(LETTER_FIELDS).map((name) => [name, ''])) as LetterFields;
  fillLine(title, known);
  for (const text of [opening, closing]) fillWording(text, known);
}
