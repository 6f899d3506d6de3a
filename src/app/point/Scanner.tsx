import { useEffect, useRef, useState } from "preact/hooks";
import { useWords } from "../../ui/words-context.tsx";

interface ScannerProps {
  readonly onFound: (text: string) => void;
  readonly onStop: () => void;
}

/** Looks through the camera for a QR code. No picture is kept, and the camera goes off with the page. */
export function Scanner({ onFound, onStop }: ScannerProps) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let stopped = false;
    let stop = () => {
      stopped = true;
    };
    const look = async () => {
      const { frameLoop, QRCanvas, rearCamera } = await import("qr/dom.js");
      if (!video.current || stopped) return;
      const camera = await rearCamera(video.current);
      const canvas = new QRCanvas();
      const cancel = frameLoop(async () => {
        const found = await camera.readFrame(canvas);
        if (found !== undefined && !stopped) onFound(String(found));
      });
      stop = () => {
        stopped = true;
        cancel();
        camera.stop();
      };
      if (stopped) stop();
    };
    look().catch(() => setFailed(true)); // no camera, or nobody allowed it
    return () => stop();
  }, []);
  return (
    <div class="scanner">
      {failed ? (
        <p class="notice" role="alert">
          {t("point:enrol.noCamera")}
        </p>
      ) : (
        <video ref={video} playsInline muted aria-label={t("point:enrol.camera")} />
      )}
      <button type="button" class="link-button" onClick={onStop}>
        {t("point:enrol.stop")}
      </button>
    </div>
  );
}
