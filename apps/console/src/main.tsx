import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api/queries.js';
import { applyTheme, firstLanguage, firstTheme, PreferencesProvider } from './app/preferences.js';
import { createConsoleRouter } from './app/router.js';
import { loadCatalogue } from './i18n/i18n.js';
import { ToastProvider } from './ui/toast.js';
import './app/fonts.css';
import './app/tokens.css';
import './app/base.css';

async function begin(root: HTMLElement): Promise<void> {
  applyTheme(firstTheme());
  const language = firstLanguage();
  const client = createQueryClient();
  const router = createConsoleRouter(client);
  const catalogue = await loadCatalogue(language);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <PreferencesProvider language={language} catalogue={catalogue}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.querySelector<HTMLElement>('#root');
if (root === null) throw new Error('index.html has no #root to show the page in.');
void begin(root);
