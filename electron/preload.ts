import { contextBridge, ipcRenderer } from 'electron';

/** All the page gets of Electron: it may ask for its line to the core, and one port of a fresh channel is handed over (rule 20). */
contextBridge.exposeInMainWorld('kaunta', {
  requestLine: () => {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage('kaunta:line', null, [port2]);
    window.postMessage('kaunta:line', window.location.origin, [port1]);
  },
});
