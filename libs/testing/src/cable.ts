import { once } from 'node:events';
import net from 'node:net';

/** A network cable between the program and a server, to be cut and plugged in again. */
export interface Cable {
  /** The server's address with this end of the cable in place of its host and port. */
  readonly url: string;
  /** Open connections break, new ones are refused. */
  cut(): Promise<void>;
  plugIn(): Promise<void>;
}

export async function layCable(serverUrl: string): Promise<Cable> {
  const target = new URL(serverUrl);
  const sockets = new Set<net.Socket>();
  const exchange = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await once(exchange.listen(0, '127.0.0.1'), 'listening');
  const { port } = exchange.address() as net.AddressInfo;
  const near = new URL(serverUrl);
  near.host = `127.0.0.1:${port}`;
  return {
    url: near.toString(),
    cut: async () => {
      if (!exchange.listening) return;
      const closed = once(exchange, 'close');
      exchange.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    plugIn: async () => void (await once(exchange.listen(port, '127.0.0.1'), 'listening')),
  };
}
