import net from 'node:net';
import { expect, it } from '@jest/globals';
import { checkPortIsFree, freePort, parsePort } from '../../scripts/lib/ports.mjs';

it('takes 3000 when nothing is said', () => {
  expect(parsePort(undefined)).toBe(3000);
  expect(parsePort('8080')).toBe(8080);
});

it.each(['0', '65536', 'http', '30 00', '-1', '3e3'])('refuses PORT=%s in one line', (text) => {
  expect(() => parsePort(text)).toThrow(/^PORT is .* from 1 to 65535\.$/);
});

it('is content with a free port', async () => {
  await expect(checkPortIsFree(await freePort())).resolves.toBeUndefined();
});

it.each(['127.0.0.1', '0.0.0.0'])('tells that a port is taken by somebody on %s', async (host) => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as net.AddressInfo;
  await expect(checkPortIsFree(port)).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
  );
  await new Promise((resolve) => server.close(resolve));
});
