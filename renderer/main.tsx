import { pageNonce } from './connection/nonce.ts';
import '@mantine/core/styles.css';
import '@fontsource-variable/inter/wght.css';
import './ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App nonce={pageNonce} />
  </StrictMode>,
);
