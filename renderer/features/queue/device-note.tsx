import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';

/** What is wrong with this PC's place at the hub: it leaves, was locked out, or heard what the hub never said. Nothing while all is well. */
export function DeviceNote() {
  const words = useWords().queue;
  const standing = useQuery(api.queue.standing.queryOptions({ input: {} })).data;
  if (standing === undefined) return null;
  const { state, by, reason } = standing.device;
  const said = {
    working: null,
    retiring: {
      title: words.device.retiring,
      text: words.device.retiringWords(by === 'office' ? words.device.byOffice : words.device.byHub),
    },
    revoked: { title: words.device.revoked, text: words.device.revokedWords },
    left: { title: words.device.left, text: words.device.leftWords },
  }[state];
  return (
    <>
      {said === null ? null : (
        <Note tone={state === 'retiring' ? 'amber' : 'red'} title={said.title} isAlert>
          {said.text} {reason === '' ? null : words.device.reason(reason)}
        </Note>
      )}
      {standing.alarms.map(({ code }) => (
        <Note key={code} tone="red" isAlert>
          {words.alarms[code]}
        </Note>
      ))}
    </>
  );
}
