import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { mockApi } from './dev/mock-api.js';

/** In development the page talks to invented data; the built page is served, with the real API, by the server. */
const inventedData: Plugin = {
  name: 'invented-data',
  configureServer(server) {
    server.middlewares.use(mockApi());
  },
};

export default defineConfig({
  plugins: [react(), inventedData],
  build: {
    target: 'es2023',
    // The content security policy allows no data: URL but those of images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
