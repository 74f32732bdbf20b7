import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeQR } from 'qr';

const widthPx = 960;
const heightPx = 720;
const pixelsPerModule = 8;
const [black, white] = [0x10, 0xeb];

/** What a browser needs to take this text's code for what its camera sees, without asking anybody. */
export function cameraThatSees(text: string): string[] {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'kaunta-camera-')), 'code.y4m');
  writeFileSync(file, videoOf(text));
  return ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
}

/** A video of one picture: YUV4MPEG2, whose colours are left out. */
function videoOf(text: string): Buffer {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = modules.length * pixelsPerModule;
  const [left, top] = [Math.floor((widthPx - side) / 2), Math.floor((heightPx - side) / 2)];
  const luma = Buffer.alloc(widthPx * heightPx, white);
  for (const [y, row] of modules.entries())
    for (const [x, isBlack] of row.entries())
      for (let line = 0; isBlack && line < pixelsPerModule; line += 1) {
        const from = (top + y * pixelsPerModule + line) * widthPx + left + x * pixelsPerModule;
        luma.fill(black, from, from + pixelsPerModule);
      }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((widthPx * heightPx) / 2, 0x80)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${widthPx} H${heightPx} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}
