import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Config } from '../config.js';

/** Where bytes lie: a folder by default, an S3-compatible bucket by configuration. Blobs are written once. */
export interface Blobs {
  put(key: string, content: Uint8Array): Promise<void>;
  get(key: string): Promise<Buffer>;
  /** What is not there is removed already. */
  remove(key: string): Promise<void>;
}

export const BLOBS = Symbol('blobs');

export function openBlobs(storage: Config['storage']): Blobs {
  return storage.kind === 'folder' ? new FolderBlobs(storage.directory) : new S3Blobs(storage);
}

class FolderBlobs implements Blobs {
  constructor(private readonly directory: string) {}

  async put(key: string, content: Uint8Array): Promise<void> {
    const path = join(this.directory, key);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path); // a crash leaves no half a file under the real name
  }

  async get(key: string): Promise<Buffer> {
    return readFile(join(this.directory, key));
  }

  async remove(key: string): Promise<void> {
    await rm(join(this.directory, key), { force: true });
  }
}

class S3Blobs implements Blobs {
  private client: Promise<S3Client> | undefined;

  constructor(private readonly storage: Extract<Config['storage'], { kind: 's3' }>) {}

  async put(key: string, content: Uint8Array): Promise<void> {
    const { PutObjectCommand } = await import('@aws-sdk/client-s3');
    await (await this.connect()).send(new PutObjectCommand({ Bucket: this.storage.bucket, Key: key, Body: content }));
  }

  async get(key: string): Promise<Buffer> {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const { Body } = await (await this.connect()).send(new GetObjectCommand({ Bucket: this.storage.bucket, Key: key }));
    return Buffer.from(await Body!.transformToByteArray());
  }

  async remove(key: string): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    await (await this.connect()).send(new DeleteObjectCommand({ Bucket: this.storage.bucket, Key: key }));
  }

  /** The client is large and many installs never need it, so it is loaded at the first use. */
  private connect(): Promise<S3Client> {
    this.client ??= import('@aws-sdk/client-s3').then(
      ({ S3Client }) =>
        new S3Client({
          region: this.storage.region,
          ...(this.storage.endpoint && { endpoint: this.storage.endpoint, forcePathStyle: true }),
          credentials: { accessKeyId: this.storage.accessKeyId, secretAccessKey: this.storage.secretAccessKey },
        }),
    );
    return this.client;
  }
}
