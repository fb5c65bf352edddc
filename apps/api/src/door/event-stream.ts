import type { Response } from 'express';
import type { Observable } from 'rxjs';

const HEARTBEAT_MS = 15_000;

/** Sends events as they come until they end or the reader leaves; a comment now and then keeps proxies from hanging up. */
export function sendEvents(response: Response, events: Observable<object>): void {
  response
    .status(200)
    .set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  const subscription = events.subscribe({
    next: (event) => response.write(`data: ${JSON.stringify(event)}\n\n`),
    error: () => response.end(), // the reader takes the stream up again and then hears what is wrong
    complete: () => response.end(),
  });
  response.once('close', () => {
    clearInterval(heartbeat);
    subscription.unsubscribe();
  });
}
