import { ipcMain, type IpcMainEvent, type MessagePortMain, type WebContents } from 'electron';
import { openCallServer } from '#core/hosting/call-server.ts';
import type { LogLine } from '#core/host.ts';
import type { Core, Seat } from '#core/start-core.ts';
import { PAGE_ORIGIN } from './page-scheme.ts';

/** What one window holds: who sits at it, and its one open port. */
interface Desk {
  readonly seat: Seat;
  port: MessagePortMain | undefined;
}

/** Answers each request of a window for a line with one port; a reload asks again, and the port before it is closed. */
export function answerLines(core: Core, log: (line: LogLine) => void): void {
  const openLine = openCallServer(core.router, log);
  const desks = new WeakMap<WebContents, Desk>();
  ipcMain.on('kaunta:line', (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isFromPage(event)) {
      port.close();
      return log({ level: 'warning', event: 'line.foreign-frame' });
    }
    const desk = desks.get(event.sender) ?? openDesk(core, event.sender);
    desks.set(event.sender, desk);
    desk.port?.close();
    desk.port = port;
    const line = openLine(desk.seat, (message) => port.postMessage(message));
    port.on('message', ({ data }) => line.receive(data));
    port.on('close', () => line.close());
    port.start();
  });
}

function openDesk(core: Core, contents: WebContents): Desk {
  const desk: Desk = { seat: core.openSeat(), port: undefined };
  contents.once('destroyed', () => desk.seat.close());
  return desk;
}

/** Only the page itself, in the window's own frame (rule 17). A frame that is already gone has no claim either. */
function isFromPage({ senderFrame }: IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame.origin === PAGE_ORIGIN && senderFrame.parent === null;
}
