import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import type { Browser } from 'puppeteer-core';
import type { RunningSystem } from '../../scenarios/support/running-system.mjs';
import { openBrowser } from './browser.js';
import { startDemo } from './demo.js';
import { type Screen, Walker } from './walker.js';

interface Entering {
  readonly screen?: Screen;
}

/** What walks of one file share: a demo of their own, a browser, a folder that files come down into. */
export class Walk {
  private started: { readonly demo: RunningSystem; readonly browser: Browser } | null = null;
  private readonly walkers: Walker[] = [];
  readonly downloads = mkdtempSync(path.join(tmpdir(), 'dvor-walk-'));

  get demo(): RunningSystem {
    return this.started!.demo;
  }

  get browser(): Browser {
    return this.started!.browser;
  }

  /** Somebody with a browser profile of their own, who has gone nowhere yet. */
  async enter(how: Entering = {}): Promise<Walker> {
    const walker = await Walker.enter(this.browser, this.demo.url, { ...how, downloads: this.downloads });
    this.walkers.push(walker);
    return walker;
  }

  /** Somebody who has opened a page, and signed in as it asked them to. */
  async signedIn(email: string, address: string, how: Entering = {}): Promise<Walker> {
    const walker = await this.enter(how);
    await walker.goTo(address);
    await walker.signIn(email);
    await walker.waits('the door is open', async () => (await walker.page.$('input[type=password]')) === null);
    return walker;
  }

  async start(): Promise<void> {
    const [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
    this.started = { demo, browser };
  }

  async stop(): Promise<void> {
    await this.started?.browser.close();
    await this.started?.demo.stop();
    rmSync(this.downloads, { recursive: true, force: true });
  }

  /** What browsers had to complain of, whoever sat at them. */
  complaints(): string[] {
    return this.walkers.flatMap(({ complaints }) => complaints);
  }
}

/** How every file of walks begins and ends: started before them, and after each of them no browser has complained. */
export function beginWalk(): Walk {
  jest.setTimeout(180_000);
  const walk = new Walk();
  beforeAll(() => walk.start());
  afterEach(() => expect(walk.complaints()).toEqual([]));
  afterAll(() => walk.stop());
  return walk;
}
