import type { INestApplication } from '@nestjs/common';
import type { BillerCall, BillerReply } from '@dvor/formats';
import { MetersToRead } from '@dvor/metering';
import type { MeteredResource } from '@dvor/metering/core';
import { BILLER_DOORS, BillerDesk, type BillerDoor, type MetersOfAccount, type OpenDesk } from '@dvor/payments';
import { isWithin, LOGGER, type Logger, OrganizationClock } from '@dvor/platform';
import express, { type Request, type RequestHandler, type Response } from 'express';

const LARGEST = '64kb';

/**
 * `/pay/{door}/{channel}`: where banks, terminals and city systems call. Each channel is open to the addresses of its
 * contract and to nobody else; all that is answered beyond that is the agent's own protocol, with status 200 always.
 */
export function payDoor(app: INestApplication): RequestHandler {
  const [desk, logger] = [app.get(BillerDesk), app.get<Logger>(LOGGER)];
  const meters = shownMeters(app.get(MetersToRead), app.get(OrganizationClock));
  const readBody = express.raw({ type: () => true, limit: LARGEST });
  return (request, response) => {
    const unheard = (error: { status?: number }) => {
      logger.error({ err: error }, 'a call of a channel was not heard out');
      refuse(response, error.status === 413 ? 413 : 503, 'The call was not heard out. Try again.');
    };
    const heard = () => void serve({ desk, meters, logger }, request, response).catch(unheard);
    if (hasBody(request))
      readBody(request, response, (error?: { status?: number }) => (error ? unheard(error) : heard()));
    else heard();
  };
}

/** The payer compares the number on the dial and sees what it showed before they type. */
function shownMeters(toRead: MetersToRead, clock: OrganizationClock): MetersOfAccount {
  return async (tx, accountId) => {
    const meters = await toRead.ofAccount(tx, accountId, await clock.today(tx), 'payment');
    return meters.map(({ serial, resource, previous, current }) => {
      const { value, date } = current ?? previous;
      const amounts = typeof value === 'string' ? value : Object.values(value).join('/');
      return { name: `${RESOURCES[resource]}, счётчик № ${serial}`, value: `${amounts} на ${date}` };
    });
  };
}

const RESOURCES: Readonly<Record<MeteredResource, string>> = {
  'cold-water': 'ХВС',
  'hot-water': 'ГВС',
  electricity: 'Электроэнергия',
  gas: 'Газ',
  heating: 'Отопление',
};

function hasBody({ headers }: Request): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

interface Door {
  readonly desk: BillerDesk;
  readonly meters: MetersOfAccount;
  readonly logger: Logger;
}

async function serve({ desk, meters, logger }: Door, request: Request, response: Response): Promise<void> {
  const [, door = '', code = ''] = /^\/([^/]+)\/([^/]+)\/?$/.exec(request.path) ?? [];
  if (!isDoor(door)) return refuse(response, 404, NO_CHANNEL);
  const call = callOf(request);
  let found: OpenDesk | null;
  try {
    found = await desk.find(door, code);
  } catch (error) {
    logger.error({ err: error, channel: code }, 'a channel could not be looked up');
    return reply(response, desk.unavailable(door, call));
  }
  if (!found) return refuse(response, 404, NO_CHANNEL);
  const address = request.ip ?? '';
  if (!isWithin(found.channel.settings.networks, address)) {
    logger.warn({ channel: code, address }, 'a channel was called from an address that is not its own');
    return refuse(response, 403, 'This address is not among those of the channel’s contract.');
  }
  reply(response, await desk.answer(found, call, meters));
}

function callOf(request: Request): BillerCall {
  const at = request.originalUrl.indexOf('?');
  return {
    method: request.method,
    query: at < 0 ? '' : request.originalUrl.slice(at + 1),
    body: Buffer.isBuffer(request.body) ? request.body : EMPTY,
  };
}

function reply(response: Response, { status, contentType, body }: BillerReply): void {
  response
    .writeHead(status, { 'Content-Type': contentType, 'Content-Length': body.length, 'Cache-Control': 'no-store' })
    .end(body);
}

const NO_CHANNEL = 'There is no such channel.';
const EMPTY = new Uint8Array();

function isDoor(door: string): door is BillerDoor {
  return Object.hasOwn(BILLER_DOORS, door);
}

function refuse(response: Response, status: 403 | 404 | 413 | 503, why: string): void {
  response.status(status).type('text/plain').send(why);
}
