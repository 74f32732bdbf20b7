import { useWords } from '#renderer/ui/locale.tsx';

const kilobyte = 1000;

/** Says the size of a file as people say it: `1.4 MB`, `320 KB`. */
export function useFileSize(): (bytes: number) => string {
  const words = useWords().frame;
  return (bytes) => {
    const kilobytes = bytes / kilobyte;
    return kilobytes < kilobyte ? words.kilobytes(String(Math.ceil(kilobytes))) : words.megabytes((kilobytes / kilobyte).toFixed(1));
  };
}
