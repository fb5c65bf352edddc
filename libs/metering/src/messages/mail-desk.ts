import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type MailAttachment, readMail } from '@dvor/formats';
import { Documents } from '@dvor/housing';
import { type DocumentId, DomainError, type FileId, type LocalDate, type UserId } from '@dvor/kernel';
import { FileStore, type Tx } from '@dvor/platform';
import { type AnsweredMessage, MessageDesk } from './message-desk.js';

const LONGEST_TEXT = 10_000;
const LONGEST_ID = 200;
const MOST_FILES = 5;
const LARGEST_FILE = 10 * 2 ** 20;
/** Photos of dials, and papers. */
const KEPT = /^(?:image\/(?:jpeg|png|webp|heic|heif|gif)|application\/pdf)$/;

/** Letters of residents as mail servers hand them over: the same parser, the same answers, what is attached is kept. */
@Injectable()
export class MailDesk {
  constructor(
    private readonly desk: MessageDesk,
    private readonly files: FileStore,
    private readonly documents: Documents,
  ) {}

  /**
   * Takes a raw letter; the same one again is answered the same. Whatever a program has sent is kept and not answered.
   * @throws DomainError `mail.no-sender`
   */
  async receive(
    tx: Tx,
    raw: Buffer,
    { by, today }: { readonly by: UserId | null; readonly today: LocalDate },
  ): Promise<AnsweredMessage> {
    const { id, from, subject, text, isAutomatic, attachments } = await readMail(raw);
    if (from === null) throw new DomainError('mail.no-sender');
    const message = {
      channel: 'email' as const,
      externalId: id?.slice(0, LONGEST_ID) ?? createHash('sha256').update(raw).digest('hex'),
      ...{ sender: from, subject, isAutomatic, text: (text || subject).slice(0, LONGEST_TEXT) },
    };
    const known = await this.desk.known(tx, message);
    if (known) return known;
    const kept = isAutomatic ? [] : await this.keep(tx, attachments);
    const photo = kept.find(({ mediaType }) => mediaType.startsWith('image/'));
    const documentId = photo ? await this.paperOf(tx, photo.fileId, { by, today }) : null;
    return this.desk.receive(tx, { ...message, documentId, files: kept.map(({ fileId }) => fileId) }, { by, today });
  }

  private async keep(
    tx: Tx,
    attachments: readonly MailAttachment[],
  ): Promise<{ readonly fileId: FileId; readonly mediaType: string }[]> {
    const kept: { fileId: FileId; mediaType: string }[] = [];
    const wanted = attachments.filter(
      ({ mediaType, content }) => KEPT.test(mediaType) && content.length <= LARGEST_FILE,
    );
    for (const attachment of wanted.slice(0, MOST_FILES))
      kept.push({ fileId: await this.files.save(tx, attachment), mediaType: attachment.mediaType });
    return kept;
  }

  /** It stands with the readings that came with it. */
  private async paperOf(
    tx: Tx,
    fileId: FileId,
    { by, today }: { readonly by: UserId | null; readonly today: LocalDate },
  ): Promise<DocumentId> {
    return this.documents.add(tx, { kind: 'other', dated: today, note: 'фото из письма', fileId }, by);
  }
}
