import { type ParsedMail, simpleParser } from 'mailparser';

/** A letter as far as it matters to whoever answers it. */
export interface ReadMail {
  /** Of its sender's program; the same one again is the same letter. */
  readonly id: string | null;
  /** In small letters; `null`: it says of nobody that they have sent it. */
  readonly from: string | null;
  readonly subject: string;
  /** What was written, without the letters that it answers and without a signature. */
  readonly text: string;
  /** Written by a program: an answer would begin a loop. */
  readonly isAutomatic: boolean;
  readonly attachments: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Reads a raw letter (RFC 822, MIME), in whatever encoding; where there is only HTML its text is taken. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await simpleParser(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    skipImageLinks: true,
    skipTextLinks: true,
  });
  const header = (name: string) => rawHeader(mail.headerLines, name).toLowerCase();
  const from = mail.from?.value[0]?.address?.trim().toLowerCase() ?? '';
  return {
    id: mail.messageId?.trim() || null,
    from: from.includes('@') ? from : null,
    subject: (mail.subject ?? '').trim(),
    text: ownWords(mail.text ?? ''),
    isAutomatic: isAutomatic(header, from),
    attachments: mail.attachments.map(({ filename, contentType, content }, i) => ({
      name: filename ?? `${i + 1}`,
      mediaType: contentType,
      content,
    })),
  };
}

/** RFC 3834, and what programs wrote before it. */
function isAutomatic(header: (name: string) => string, from: string): boolean {
  const submitted = header('auto-submitted');
  return (
    (submitted !== '' && submitted !== 'no') ||
    /^(?:bulk|junk|list|auto_reply)$/.test(header('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'list-id', 'list-unsubscribe'].some(
      (name) => header(name) !== '',
    ) ||
    header('return-path') === '<>' ||
    /^(?:mailer-daemon|postmaster|no-?reply)@/.test(from)
  );
}

/** As it was sent: the library makes addresses and lists of some. */
function rawHeader(lines: ParsedMail['headerLines'], name: string): string {
  const { line = '' } = lines.find(({ key }) => key === name) ?? {};
  return line.slice(line.indexOf(':') + 1).trim();
}

/** Up to the letter that is answered, or to the signature. */
function ownWords(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.findIndex((line) => ENDS.some((pattern) => pattern.test(line.trim())));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
}

const ENDS = [
  /^>/,
  /^--\s*$/,
  /^_{5,}$/,
  /^-{3,}.*(?:original|исходн|пересыла|forwarded)/i,
  /^on\b.*\bwrote:$/i,
  /(?:пишет|написала?|писала?):$/i,
  /^(?:с уважением|отправлено (?:из|с)|sent from|best regards)/i,
];
