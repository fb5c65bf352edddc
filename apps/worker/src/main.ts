import { systemClock } from '@dvor/kernel'; console.log(systemClock.now());
