import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/connection/connection.ts';
import { saveFile } from '#renderer/ui/save-file.ts';

interface KeptFile {
  readonly letterId: string;
  readonly kind: 'letter' | 'answer';
}

/** Saves a letter, or the answer that was carried through here, under the name that says whose it is. */
export function useSaveLetter() {
  return useMutation({
    mutationFn: (kept: KeptFile) => client.post.file(kept),
    onSuccess: (file) => saveFile(file, file.name),
  });
}
