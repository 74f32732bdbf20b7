import { notifications } from '@mantine/notifications';

const readingMs = 5000;

/** Says in a corner that something has worked, for long enough to be read. */
export function tell(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: readingMs, withBorder: true, withCloseButton: false });
}
