import type { NoteSigner } from '@vedette/ledger';
import type { Store } from '@vedette/store';
import type { Log } from '../../log.js';
import type { TileFolder } from './tile-folder.js';

/** What somebody rewrites within this time is not caught by a signature. */
const everyMs = 60_000;

/** Signs the record and publishes it, every minute and at the end. */
export interface RecordPublisher {
  /** Signs and publishes the state of now, after what is under way. */
  publish(): Promise<void>;
  /** A last time, and never again. */
  close(): Promise<void>;
}

export interface RecordPublisherOptions {
  readonly record: Pick<Store['record'], 'seal'>;
  readonly signer: NoteSigner;
  readonly folder: TileFolder;
  readonly log: Log;
}

export function startRecordPublisher({ record, signer, folder, log }: RecordPublisherOptions): RecordPublisher {
  let line: Promise<void> = Promise.resolve();

  async function publishNow(): Promise<void> {
    try {
      await folder.publish(await record.seal(signer));
    } catch (error) {
      // The record itself is in the database; the next minute tries again.
      log('error', 'the record could not be signed and published', {
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }

  function publish(): Promise<void> {
    line = line.then(publishNow);
    return line;
  }

  const timer = setInterval(() => void publish(), everyMs);
  timer.unref();
  void publish();
  return {
    publish,
    close() {
      clearInterval(timer);
      return publish();
    },
  };
}
