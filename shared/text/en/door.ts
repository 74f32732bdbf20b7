/** The page a browser gets from the web host when it has no session, in English. */
export const door = {
  language: 'en',
  noSession: {
    title: 'Open Kaunta by its link',
    body: 'For safety, Kaunta opens only by the one-time link printed in the window where it was started. A fresh link now stands there.',
  },
  usedLink: {
    title: 'This link no longer opens Kaunta',
    body: 'Each link opens Kaunta once. Use the newest link in the window where Kaunta was started.',
  },
  opening: { title: 'Kaunta is opening', body: 'If nothing happens, reload this page.' },
};

export type DoorText = typeof door;
