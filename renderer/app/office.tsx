import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { firstPlace, keepPlace } from './last-place.ts';
import { address, openRouter } from './routes.tsx';

/** The screens of whoever sits here, begun where this person belongs. */
export function Office({ userId }: { readonly userId: string }) {
  const [router] = useState(() => {
    // Before anything is drawn, so that nobody sees what the one before had open.
    address.replace(firstPlace(userId, address.location.pathname));
    return openRouter();
  });
  useEffect(() => router.subscribe('onResolved', ({ toLocation }) => keepPlace({ userId, path: toLocation.pathname })), [router, userId]);
  return <RouterProvider router={router} />;
}
