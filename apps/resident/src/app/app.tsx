import { createDvorTheme, isPassing, Session, SessionProvider, UiProvider } from '@dvor/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { showStoredPrint } from '../lib/print-size.js';
import './cabinet.css';
import { AppRoutes } from './routes.js';

const theme = createDvorTheme('cabinet');
const session = new Session('resident');
const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: (failures, error) => failures < 2 && isPassing(error) },
  },
});

showStoredPrint();

// What one person saw is not shown to the next one at the same screen.
session.subscribe(() => {
  if (session.state().status === 'signed-out') queryClient.clear();
});

export function App() {
  return (
    <UiProvider theme={theme}>
      <QueryClientProvider client={queryClient}>
        <SessionProvider session={session}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </SessionProvider>
      </QueryClientProvider>
    </UiProvider>
  );
}
