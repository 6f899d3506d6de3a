const name = "place";

/** Notes where every page sees it at once that this device is a Connect point's: the phone's own pages stay closed on it. */
export function markAsTablet(): void {
  try {
    localStorage.setItem(name, "point");
  } catch {
    // without it the pages that list reports show no more than they do on any borrowed device
  }
}

export function isTablet(): boolean {
  try {
    return localStorage.getItem(name) === "point";
  } catch {
    return false; // forbidden: such a browser keeps no enrolment either
  }
}
