import { once } from 'node:events';
import net from 'node:net';

/** A network cable between the program and a server, to be cut and plugged in again. */
export interface Cable {
  /** The server's address with this end of the cable in place of its host and port. */
  readonly url: string;
  /** Open connections break, new ones are refused. */
  cut(): Promise<void>;
  plugIn(): Promise<void>;
  /** Connections stay and nothing comes through. */
  hold(): void;
  release(): void;
}

export async function layCable(serverUrl: string): Promise<Cable> {
  const target = new URL(serverUrl);
  const sockets = new Set<net.Socket>();
  let held = false;
  const exchange = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('data', (data) => other.write(data));
      socket.on('end', () => other.end());
      if (held) socket.pause();
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
    hold: () => {
      held = true;
      for (const socket of sockets) socket.pause();
    },
    release: () => {
      held = false;
      for (const socket of sockets) socket.resume();
    },
    plugIn: async () => void (await once(exchange.listen(port, '127.0.0.1'), 'listening')),
  };
}
