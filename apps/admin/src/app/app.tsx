import { createDvorTheme, Session, SessionProvider, UiProvider } from '@dvor/ui';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from './query-client.js';
import { AppRoutes } from './routes.js';
import './styles.js'; // after the kit's own styles

const theme = createDvorTheme('console');
const session = new Session('staff');
const queryClient = createQueryClient();

// What one person saw is not shown to the next one at the same screen.
session.subscribe(() => {
  if (session.state().status === 'signed-out') queryClient.clear();
});

export function App() {
  return (
    <UiProvider theme={theme}>
      <QueryClientProvider client={queryClient}>
        <SessionProvider session={session}>
          <BrowserRouter basename="/console">
            <AppRoutes />
          </BrowserRouter>
        </SessionProvider>
      </QueryClientProvider>
      <Notifications position="bottom-right" autoClose={6000} />
    </UiProvider>
  );
}
