import { writeFileSync } from "node:fs";
import encodeQR from "qr";

const width = 640;
const height = 480;
const white = 235;
const black = 16;
const frames = 30;

/** Writes what a camera sees that is held at this text as a QR code, as a film that Chromium takes for its camera. */
export function filmOfCode(file: string, text: string): void {
  const code = encodeQR(text, "raw", { scale: 8, border: 4 });
  const top = Math.floor((height - code.length) / 2);
  const left = Math.floor((width - code.length) / 2);
  const picture = Buffer.alloc(width * height, white);
  for (const [y, row] of code.entries()) {
    for (const [x, isBlack] of row.entries()) if (isBlack) picture[(top + y) * width + left + x] = black;
  }
  const colour = Buffer.alloc((width * height) / 2, 128); // none
  const frame = Buffer.concat([Buffer.from("FRAME\n"), picture, colour]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([header, ...Array.from({ length: frames }, () => frame)]));
}
