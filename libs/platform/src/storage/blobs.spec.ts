import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Blobs, openBlobs } from './blobs.js';

const receipt = Buffer.from('%PDF-1.7 квитанция\r\n\0\x01\xff', 'latin1');

describe('a folder', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dvor-blobs-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('gives back the very bytes, after a restart too', async () => {
    await openBlobs({ kind: 'folder', directory }).put('7/ab/abcd', receipt);
    expect(await openBlobs({ kind: 'folder', directory }).get('7/ab/abcd')).toEqual(receipt);
  });

  it('makes itself, and holds nothing but whole files', async () => {
    const deep = join(directory, 'not', 'yet', 'there');
    const blobs = openBlobs({ kind: 'folder', directory: deep });
    await Promise.all(Array.from({ length: 20 }, (_, i) => blobs.put(`7/ab/${i}`, Buffer.alloc(100_000, i))));
    const files = await readdir(join(deep, '7', 'ab'));
    expect(files.sort()).toEqual(Array.from({ length: 20 }, (_, i) => String(i)).sort());
  });

  it('forgets a file, and one that is forgotten already', async () => {
    const blobs = openBlobs({ kind: 'folder', directory });
    await blobs.put('7/ab/abcd', receipt);
    await blobs.remove('7/ab/abcd');
    await blobs.remove('7/ab/abcd');
    await expect(blobs.get('7/ab/abcd')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says so when there is no such file', async () => {
    await expect(openBlobs({ kind: 'folder', directory }).get('7/ab/none')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a bucket', () => {
  const bucket = new Map<string, Buffer>();
  const signed: (string | undefined)[] = [];
  let server: Server;
  let blobs: Blobs;

  beforeAll(async () => {
    // As much of S3 as putting, getting and removing takes.
    server = createServer((request, response) => {
      void (async () => {
        const body: Buffer[] = [];
        for await (const chunk of request) body.push(chunk as Buffer);
        signed.push(request.headers.authorization);
        const path = request.url!.split('?')[0]!;
        if (request.method === 'PUT') {
          const content = unchunked(Buffer.concat(body), String(request.headers['content-encoding'] ?? ''));
          bucket.set(path, content);
          response.setHeader('ETag', `"${createHash('md5').update(content).digest('hex')}"`).end();
        } else if (request.method === 'DELETE') {
          bucket.delete(path);
          response.writeHead(204).end();
        } else if (bucket.has(path)) {
          response.setHeader('Content-Length', bucket.get(path)!.length).end(bucket.get(path));
        } else {
          response.writeHead(404, { 'Content-Type': 'application/xml' });
          response.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>');
        }
      })();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    blobs = openBlobs({
      kind: 's3',
      endpoint,
      region: 'ru-central1',
      bucket: 'receipts',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    });
  });

  afterAll(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  it('gives back the very bytes, under the key in the bucket, with signed requests', async () => {
    await blobs.put('7/ab/abcd', receipt);
    expect(bucket.get('/receipts/7/ab/abcd')).toEqual(receipt);
    expect(await blobs.get('7/ab/abcd')).toEqual(receipt);
    for (const header of signed) expect(header).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/ru-central1\/s3\//);
  });

  it('forgets a file', async () => {
    await blobs.put('7/ab/gone', receipt);
    await blobs.remove('7/ab/gone');
    expect(bucket.has('/receipts/7/ab/gone')).toBe(false);
  });

  it('says so when there is no such file', async () => {
    await expect(blobs.get('7/ab/none')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

/** The client may send a body in signed chunks: `size;chunk-signature=…\r\n…\r\n`, ended by one of size 0. */
function unchunked(body: Buffer, encoding: string): Buffer {
  if (!encoding.includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, end).toString(), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
