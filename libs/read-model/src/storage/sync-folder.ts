import { open } from 'node:fs/promises';

/** Brings new names in a folder to disk, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Some systems cannot open a folder; they keep its names by themselves.
  }
}
