import { describe, expect, it } from '@jest/globals';
import { readEvents } from './event-stream.js';

describe('readEvents', () => {
  it('joins events that arrive in pieces and skips comments', async () => {
    const seen: string[] = [];
    await readEvents(
      stream([': hello\n\nid: 1\ndata: {"do', 'ne":1}\n', '\nevent: progress\r\ndata:{"done":2}\r\n\r\n']),
      (data) => seen.push(data),
    );
    expect(seen).toEqual(['{"done":1}', '{"done":2}']);
  });

  it('drops an event that was cut off', async () => {
    const seen: string[] = [];
    await readEvents(stream(['data: 1\n\ndata: {"cut":']), (data) => seen.push(data));
    expect(seen).toEqual(['1']);
  });
});

function stream(parts: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
}
