import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** For the heading of a page: takes the focus when the page appears, so that a screen reader says where one is now. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}
