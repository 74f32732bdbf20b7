import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { firstPlace, keepPlace } from './last-place.ts';
import { router } from './routes.tsx';

/** The screens of whoever sits here, begun where this person belongs. */
export function Office({ userId }: { readonly userId: string }) {
  // Before the router draws anything, so that nobody sees what the one before had open.
  useState(() => router.history.replace(firstPlace(userId, router.history.location.pathname)));
  useEffect(() => router.subscribe('onResolved', ({ toLocation }) => keepPlace({ userId, path: toLocation.pathname })), [userId]);
  return <RouterProvider router={router} />;
}
