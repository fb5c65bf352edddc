import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until it sees what it looks for. */
export async function until<Seen>(
  look: () => Promise<Seen | undefined | null | false> | Seen | undefined | null | false,
  { ms = 20_000 } = {},
): Promise<Seen> {
  for (const end = Date.now() + ms; ; await pause(20)) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`Nothing came in ${ms} ms of ${look}`);
  }
}
