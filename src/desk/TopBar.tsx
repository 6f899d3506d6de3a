import type { DeskSession } from "../wire/session.ts";
import type { Acts } from "./desk.ts";
import { useDeskWords } from "./desk-words.ts";
import type { Room } from "./room.ts";

interface TopBarProps {
  readonly session?: DeskSession;
  readonly room?: Room;
  readonly acts?: Acts;
  readonly open?: boolean;
}

/** Whose desk this is, and the ways to close it, on every page. */
export function TopBar({ session, room, acts, open }: TopBarProps) {
  const { t } = useDeskWords();
  return (
    <header class="top">
      <span class="top__name">{t("name")}</span>
      {session && (
        <>
          <span class="top__who">
            <strong>{room?.organisationName(session.organisation)}</strong> {t("signedInAs", { name: session.name })}
          </span>
          <span class="buttons">
            {open && (
              <button type="button" class="govuk-button" onClick={() => acts?.lock("asked")}>
                {t("lock")}
              </button>
            )}
            <button type="button" class="govuk-button govuk-button--secondary" onClick={() => void acts?.signOut()}>
              {t("signOut")}
            </button>
          </span>
        </>
      )}
    </header>
  );
}
