interface NativeBase64 {
  toBase64?(): string;
}

/** A multiple of three, so that only the last piece is padded; small enough to be over in a few milliseconds. */
const pieceBytes = 48 * 1024 - ((48 * 1024) % 3);

/** Base64 of any number of bytes, giving the page a turn between pieces where the browser cannot do it by itself. */
export async function base64Of(bytes: Uint8Array): Promise<string> {
  const native = (bytes as NativeBase64).toBase64?.();
  if (native !== undefined) return native;
  let text = "";
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve, 0));
    text += btoa(lettersOf(bytes.subarray(from, from + pieceBytes)));
  }
  return text;
}

/** In small calls: engines limit how many arguments a call may have. */
function lettersOf(piece: Uint8Array): string {
  let letters = "";
  for (let from = 0; from < piece.length; from += 8192) {
    letters += String.fromCharCode(...piece.subarray(from, from + 8192));
  }
  return letters;
}
