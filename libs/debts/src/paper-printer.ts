import { PressRoom } from '@dvor/receipts';
import { papersStyle } from './render-papers.js';

/** Prints letters and papers for a court, each a file of its own with its pages numbered. */
export class PaperPrinter {
  private readonly room = new PressRoom(papersStyle);

  /** @throws DomainError `chromium-not-found` */
  print(body: string): Promise<Uint8Array> {
    return this.room.inTurn(() => this.room.print(body, 1, (pdf) => Promise.resolve(pdf)));
  }

  /** Ends the browser. */
  close(): Promise<void> {
    return this.room.close();
  }

  /** Nest's name for it. */
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}
