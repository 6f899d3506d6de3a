import type { ComponentChildren } from "preact";
import type { Acts } from "./desk.ts";
import { useDeskWords } from "./desk-words.ts";
import { Letters } from "./Letters.tsx";
import type { Desk } from "./lock.ts";
import type { Room } from "./room.ts";
import { SignIn } from "./SignIn.tsx";
import { TopBar } from "./TopBar.tsx";
import { Unlock } from "./Unlock.tsx";

interface DeskPageProps {
  readonly desk: Desk;
  readonly acts: Acts;
  readonly room: Room;
}

/** The desk as it stands. Only an open one has anything of a letter in the page. */
export function DeskPage({ desk, acts, room }: DeskPageProps) {
  const { t } = useDeskWords();
  switch (desk.kind) {
    case "starting":
      return (
        <Frame>
          <p role="status">{t("starting")}</p>
        </Frame>
      );
    case "signedOut":
      return (
        <Frame top={<TopBar />}>
          <SignIn key={desk.because} because={desk.because} acts={acts} />
        </Frame>
      );
    case "locked":
      return (
        <Frame top={<TopBar session={desk.session} room={room} acts={acts} />}>
          <Unlock because={desk.because} acts={acts} remembered={room.remembered} />
        </Frame>
      );
    case "open":
      return (
        <Frame top={<TopBar session={desk.session} room={room} acts={acts} open />} wide>
          <Letters desk={desk} acts={acts} room={room} />
        </Frame>
      );
  }
}

function Frame({ top, wide, children }: { top?: ComponentChildren; wide?: boolean; children: ComponentChildren }) {
  const { t } = useDeskWords();
  return (
    <>
      {wide && (
        <a href="#main" class="govuk-skip-link">
          {t("skip")}
        </a>
      )}
      {top}
      <main id="main" class={wide ? "main main--wide" : "main"} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
