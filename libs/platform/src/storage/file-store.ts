import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type FileId } from '@dvor/kernel';
import type { Tx } from '../database/database.js';
import { BLOBS, type Blobs } from './blobs.js';

export interface StoredFile {
  readonly id: FileId;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly storageKey: string;
}

/** Files of an organisation: the bytes lie in the blob store under a key made of their own hash, the row in the tenant's table. */
@Injectable()
export class FileStore {
  constructor(@Inject(BLOBS) private readonly blobs: Blobs) {}

  /** Bytes first, row after: a crash in between leaves a blob nobody names, never a row without its blob. */
  async save(tx: Tx, file: { name: string; mediaType: string; content: Uint8Array }): Promise<FileId> {
    const sha256 = createHash('sha256').update(file.content).digest();
    const [{ organization }] = await tx.query<[{ organization: string }]>(
      'select current_organization() as organization',
    );
    const [{ key }] = await tx.query<[{ key: string }]>('select gen_random_uuid() as key');
    const storageKey = `${organization}/${key.slice(0, 2)}/${key}`;
    await this.blobs.put(storageKey, file.content);
    const [row] = await tx.query<{ id: FileId }[]>(
      `insert into stored_files (organization_id, storage_key, name, media_type, bytes, sha256)
       values (current_organization(), $1, $2, $3, $4, $5) returning id`,
      [storageKey, file.name, file.mediaType, file.content.byteLength, sha256],
    );
    return row!.id;
  }

  /**
   * Takes the bytes away for good; the row keeps what they were called and their hash. Bytes first: where the transaction
   * then fails, the next call finds nothing left to remove and only writes it down.
   * @throws DomainError `file.not-found`
   */
  async erase(tx: Tx, id: FileId): Promise<void> {
    const [row] = await tx.query<{ storageKey: string }[]>(
      'select storage_key as "storageKey" from stored_files where id = $1',
      [id],
    );
    if (!row) throw new DomainError('file.not-found');
    await this.blobs.remove(row.storageKey);
    await tx.query('update stored_files set erased_at = organization_now() where id = $1', [id]);
  }

  /**
   * @throws DomainError `file.not-found`, also when it was erased; `file.damaged` when the bytes no longer have the hash
   *   they were stored with
   */
  async read(tx: Tx, id: FileId): Promise<StoredFile & { content: Buffer }> {
    const [row] = await tx.query<StoredFile[]>(
      `select id, name, media_type as "mediaType", bytes::int, sha256, storage_key as "storageKey" from stored_files
        where id = $1 and erased_at is null`,
      [id],
    );
    if (!row) throw new DomainError('file.not-found');
    const content = await this.blobs.get(row.storageKey);
    if (!createHash('sha256').update(content).digest().equals(row.sha256))
      throw new DomainError('file.damaged', { file: row.name });
    return { ...row, content };
  }
}
