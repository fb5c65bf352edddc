import { Injectable } from '@nestjs/common';
import { type DocumentId, DomainError, type FileId, formatDate, type LocalDate, type UserId } from '@dvor/kernel';
import { AuditLog, type Tx } from '@dvor/platform';

export const DOCUMENT_KINDS = [
  'agreement',
  'decision',
  'protocol',
  'act',
  'certificate',
  'register-extract',
  'application',
  'court-ruling',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface NewDocument {
  readonly kind: DocumentKind;
  readonly number?: string | null;
  readonly dated: LocalDate;
  readonly issuer?: string | null;
  readonly note?: string | null;
  readonly fileId?: FileId | null;
}

export interface DocumentRow {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly dated: string;
  readonly issuer: string | null;
  readonly note: string | null;
  readonly fileId: FileId | null;
}

/** Papers that facts stand on. They are entered once and never edited: a wrong one is entered anew. */
@Injectable()
export class Documents {
  constructor(private readonly audit: AuditLog) {}

  async add(tx: Tx, document: NewDocument, by: UserId | null): Promise<DocumentId> {
    const { kind, number = null, dated, issuer = null, note = null, fileId = null } = document;
    const [row] = await tx.query<{ id: DocumentId }[]>(
      `insert into documents (organization_id, kind, number, dated, issuer, note, file_id, created_by)
       values (current_organization(), $1, $2, $3, $4, $5, $6, $7) returning id`,
      [kind, number, formatDate(dated), issuer, note, fileId, by],
    );
    await this.audit.record(tx, {
      userId: by,
      action: 'document.add',
      object: { type: 'document', id: row!.id },
      details: { kind, number, dated: formatDate(dated) },
    });
    return row!.id;
  }

  /** @throws DomainError `document.not-found` */
  async read(tx: Tx, id: DocumentId): Promise<DocumentRow> {
    const [row] = await tx.query<DocumentRow[]>(
      `select id, kind, number, dated::text as dated, issuer, note, file_id as "fileId" from documents where id = $1`,
      [id],
    );
    if (!row) throw new DomainError('document.not-found');
    return row;
  }
}
