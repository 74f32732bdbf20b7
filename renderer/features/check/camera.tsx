import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { codeInFrame } from './code-reader.ts';
import classes from './check-page.module.css';

/** Between two looks, so that the screen stays quick on a small PC. */
const restMs = 120;

interface CameraProps {
  readonly onFound: (text: string) => void;
}

/** Looks through this PC's camera until it sees a code. Pictures never leave the page. */
export function Camera({ onFound }: CameraProps) {
  const words = useWords().check;
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  const tellFound = useEffectEvent(onFound);
  useEffect(() => {
    const life = new AbortController();
    watch(video.current, life.signal).then(
      (text) => text !== undefined && tellFound(text),
      () => !life.signal.aborted && setRefused(true),
    );
    return () => life.abort();
  }, []);
  if (isRefused) return <Note tone="amber">{words.cameraRefused}</Note>;
  return (
    <figure className={classes['camera']}>
      <video ref={video} className={classes['video']} muted playsInline aria-label={words.cameraPicture} />
      <figcaption className={classes['quiet']}>{words.cameraHint}</figcaption>
    </figure>
  );
}

async function watch(video: HTMLVideoElement | null, signal: AbortSignal): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } }, audio: false });
  const stop = () => stream.getTracks().forEach((track) => track.stop());
  try {
    if (video === null || signal.aborted) return undefined;
    video.srcObject = stream;
    await video.play();
    const canvas = document.createElement('canvas');
    while (!signal.aborted) {
      const text = await codeInFrame(video, canvas);
      if (text !== undefined && !signal.aborted) return text;
      await new Promise((rest) => setTimeout(rest, restMs));
    }
    return undefined;
  } finally {
    stop();
  }
}
