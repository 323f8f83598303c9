/** Options of the web application, as plain data: vite.config.ts hands them to the plugin. */
export default {
  appDirectory: 'app',
  buildDirectory: 'build/web',
  ssr: true,
  ignoredRouteFiles: ['**/*.css', '**/*.server.ts', '**/*.module.css'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: false,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: false,
    unstable_optimizeDeps: false,
  },
};
