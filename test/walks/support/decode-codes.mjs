// @ts-check
/** A thread: in the context that Jest makes for a test, the search for codes takes twenty times as long. */
import { parentPort, workerData } from 'node:worker_threads';
import { decodeQRBatch } from 'qr/decode.js';

const [found] = await decodeQRBatch([workerData], { format: 'I420' });
parentPort?.postMessage([...new Set(found?.filter((code) => typeof code === 'string'))]);
