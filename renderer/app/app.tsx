import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { KeysProvider } from '#renderer/ui/keys.tsx';
import { theme } from '#renderer/ui/theme.ts';
import { followChanges, refreshOnReconnect } from './changes.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { Gate } from './gate.tsx';
import { queries } from './queries.ts';
import { ScreenSettings } from './screen-settings.tsx';

/** Follows what changes at the host while the window is open. */
function useChanges(): void {
  useEffect(() => {
    const life = new AbortController();
    void followChanges(life.signal);
    const stopRefreshing = refreshOnReconnect();
    return () => {
      life.abort();
      stopRefreshing();
    };
  }, []);
}

/** The whole window: what all screens stand in, then the gate. */
export function App({ nonce }: { readonly nonce: string }) {
  useChanges();
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <KeysProvider>
          <ScreenSettings>
            <ConnectionBar />
            <Gate />
          </ScreenSettings>
        </KeysProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
