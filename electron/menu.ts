import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** Only its keys are used (copy, zoom, full screen): the bar itself is hidden, and development tools exist in development only. */
export function setMenu(): void {
  const development: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ role: 'forceReload' }, { role: 'toggleDevTools' }];
  const view: MenuItemConstructorOptions[] = [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }];
  const ofApp: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([...ofApp, { role: 'editMenu' }, { role: 'viewMenu', submenu: [...view, ...development] }]),
  );
}
