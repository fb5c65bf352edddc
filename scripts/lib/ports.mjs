// @ts-check
import net from 'node:net';
import { Trouble } from './trouble.mjs';

/**
 * @param {string | undefined} text  the PORT setting
 * @returns {number} 3000 when nothing is set
 */
export function parsePort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new Trouble(`PORT is ${JSON.stringify(text)}; it must be a whole number from 1 to 65535.`);
  return port;
}

/**
 * Throws a Trouble when somebody listens on the port already, or we may not.
 *
 * @param {number} port
 */
export async function checkPortIsFree(port) {
  // A program on one address only (127.0.0.1, say) is met only by trying that very address on some systems.
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) {
    const code = await listenOnce(port, host);
    if (code === 'EADDRINUSE') {
      throw new Trouble(
        `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port === 65535 ? 3001 : port + 1} npm start`,
      );
    }
    if (code === 'EACCES')
      throw new Trouble(
        `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=3000 npm start`,
      );
    // EADDRNOTAVAIL, EAFNOSUPPORT: a machine without IPv6; nobody can be there.
  }
}

/**
 * A port of 127.0.0.1 that nobody uses at this moment.
 *
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} the error's code */
function listenOnce(port, host) {
  return new Promise((resolve) => {
    const server = net
      .createServer()
      .once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}
