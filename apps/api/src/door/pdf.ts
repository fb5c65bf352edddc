import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';

export const AnswersPdf = () =>
  applyDecorators(
    ApiProduces('application/pdf'),
    ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }),
  );

/** A file to save; the name is told in a form that any browser reads, Cyrillic too. */
export function pdfFile({ name, content }: { name: string; content: Uint8Array }): StreamableFile {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  return new StreamableFile(content, {
    type: 'application/pdf',
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    length: content.byteLength,
  });
}
