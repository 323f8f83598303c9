import { Fault } from '../../../domain/error/fault.ts';

/** What is wrong with a backup, so that nothing of it may be used. */
export function backupUnusable(why: string): Fault {
  return new Fault('BACKUP_UNUSABLE', `This backup cannot be restored. ${why}`, { retryable: false });
}
